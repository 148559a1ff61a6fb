import { connect, createServer, type Socket } from 'node:net';

export interface CuttableProxy {
  readonly port: number;
  /** Breaks every connection and refuses new ones, as a dead network or server does. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A TCP proxy on 127.0.0.1 that a test can cut, to see what an outage does. */
export function startCuttableProxy(targetPort: number): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((client) => {
    if (!whole) return client.destroy();
    const target = connect(targetPort, '127.0.0.1');
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy()); // the other side learns of it by its own closing
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || !address) return reject(new Error('no port was given'));
      resolve({
        port: address.port,
        cut() {
          whole = false;
          destroyAll();
        },
        mend() {
          whole = true;
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            destroyAll();
          }),
      });
    });
  });
}
