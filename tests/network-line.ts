import { Agent, type ClientRequestArgs } from 'node:http';
import { connect, Socket } from 'node:net';
import { ownProblem } from '@/lib/client/http/api-problem';
import type { RealtimeSocket } from '@/lib/client/realtime/create-socket';

/** The network between one client and its server. */
export interface NetworkLine {
  /** Nothing goes over it any more; what is on its way is gone, and neither end is told politely. */
  cut(): void;
  mend(): void;
  /** A request and its answer over this line; rejects as a request of the browser does. */
  carry<T>(request: () => Promise<T>): Promise<T>;
  /** The client's end stands still: nothing is read from it. */
  stall(): void;
  flow(): void;
}

/** Lays a line under a socket that is not connected yet. */
export function layLine({ io }: Pick<RealtimeSocket, 'io'>): NetworkLine {
  let isCut = false;
  let current: Socket | undefined;
  class Line extends Agent {
    override createConnection({ host, port }: ClientRequestArgs): Socket {
      current = isCut ? goNowhere() : connect({ host: host ?? '127.0.0.1', port: Number(port) });
      return current;
    }
  }
  // Socket.IO hands it on to Node's requests, and types it for browsers alone.
  Object.assign(io.opts, { agent: new Line() });
  function requireNetwork(): void {
    if (isCut) throw ownProblem('network.unreachable', noNetwork());
  }
  return {
    cut() {
      isCut = true;
      current?.resetAndDestroy();
    },
    mend() {
      isCut = false;
    },
    async carry(request) {
      requireNetwork();
      const answer = await request().catch((error: unknown) => {
        throw ownProblem('network.unreachable', error);
      });
      requireNetwork();
      return answer;
    },
    stall: () => void current?.pause(),
    flow: () => void current?.resume(),
  };
}

const noNetwork = () => new Error('there is no network');

/** The request listens to its socket a little later. */
function goNowhere(): Socket {
  const socket = new Socket();
  setImmediate(() => socket.destroy(noNetwork()));
  return socket;
}
