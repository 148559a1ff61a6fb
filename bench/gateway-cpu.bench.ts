import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Bench, Row } from './bench';
import { connectSockets } from './connect-sockets';
import type { Measured, Order } from './gateway-server';
import { whole } from './print-results';
import { inTurns } from './rounds';
import type { World } from './world';

const SOCKETS = 1_000;
const EVENTS = 100;
/** In the acknowledged rounds: browsers answer each, and answering is the larger part of the work. */
const ACKNOWLEDGED_EVENTS = 20;
const ROUNDS = 9;
const TARGET = 1.25;

const bench: Bench = {
  about: `CPU time of a server process per notification delivered to one of ${whole(SOCKETS)} sockets in a room. The product: the record of an event through decoding, checking and the gateway's table to the sockets. Baseline: \`io.to(room).emit\` of the same notification by bare Socket.IO. Then the same with every browser acknowledging each delivery, against a bare server whose sockets answer an acknowledgement that is only counted. ${whole(EVENTS)} events (${ACKNOWLEDGED_EVENTS} with acknowledgements) a round, median of ${ROUNDS} rounds each.`,
  async run(world) {
    const [ours, bare] = [await openServer(world, 'ours'), await openServer(world, 'bare')];
    return [
      row('a delivery', TARGET, await inTurns(ROUNDS, perDelivery(ours, bare, EVENTS, false))),
      row(
        'a delivery, acknowledged',
        null,
        await inTurns(ROUNDS, perDelivery(ours, bare, ACKNOWLEDGED_EVENTS, true)),
      ),
    ];
  },
};
export default bench;

function row(what: string, most: number | null, seconds: { ours: number; baseline: number }): Row {
  const ratio = seconds.ours / seconds.baseline;
  const micro = (value: number) => `${(value * 1e6).toFixed(2)} µs CPU`;
  return {
    what,
    ours: micro(seconds.ours),
    baseline: micro(seconds.baseline),
    ratio,
    target: most === null ? '' : `at most ${most} x the baseline`,
    met: most === null ? null : ratio <= most,
  };
}

const perDelivery = (ours: Server, bare: Server, events: number, acknowledge: boolean) => ({
  ours: () => ours.deliver(events, acknowledge),
  baseline: () => bare.deliver(events, acknowledge),
});

interface Server {
  /** CPU seconds of the server for each delivery. */
  deliver(events: number, acknowledge: boolean): Promise<number>;
}

async function openServer(world: World, kind: 'ours' | 'bare'): Promise<Server> {
  const child = fork('bench/gateway-server.ts', [kind], { execArgv: ['--import', 'tsx'] });
  world.after(() => void child.kill('SIGKILL'));
  const [{ port }]: [{ port: number }] = await nextMessage(child);
  const cookies = Array.from({ length: SOCKETS }, () => '');
  const sockets = await connectSockets(world, `http://127.0.0.1:${port}`, cookies);
  let [acknowledging, arrived] = [false, 0];
  let look: () => void = () => undefined;
  for (const socket of sockets) {
    socket.on('notification:created', ({ notification }) => {
      arrived += 1;
      if (!acknowledging) return look();
      // `arrived` counts only once the server has answered: then its work for this delivery is over.
      arrived -= 1;
      socket.emit('notification:ack', { ids: [notification.id] }, () => {
        arrived += 1;
        look();
      });
    });
  }
  const order = (given: Order) => child.send(given);
  async function measure(): Promise<Measured> {
    const answer = nextMessage<Measured>(child);
    order('measure');
    return (await answer)[0];
  }
  return {
    async deliver(events, acknowledge) {
      acknowledging = acknowledge;
      arrived = 0;
      const expected = events * SOCKETS;
      const before = await measure();
      await new Promise<void>((resolve) => {
        look = () => {
          if (arrived === expected) resolve();
        };
        order({ push: events });
      });
      const { cpuSeconds, acknowledged } = await measure();
      if (acknowledged - before.acknowledged !== (acknowledge ? expected : 0))
        throw new Error(`${acknowledged - before.acknowledged} acknowledgements were counted`);
      return cpuSeconds / expected;
    },
  };
}

/** What a child says next by IPC is what it was asked for: one order, one answer. */
async function nextMessage<T>(child: ChildProcess): Promise<[T]> {
  const [message] = await once(child, 'message');
  return [message as T];
}
