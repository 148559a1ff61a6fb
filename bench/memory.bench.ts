import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createUser } from '@/tests/campus';
import type { Bench } from './bench';
import { connectSockets } from './connect-sockets';
import { startProductionBff } from './production-bff';
import { startBare } from './start-bare';
import type { World } from './world';

/** The first connections also bring the process its buffers and its heap to size. */
const FIRST = 500;
const SOCKETS = 1_000;
const SETTLE_MS = 3_000;
const MOST_AT_REST_MB = 150;
const MOST_PER_SOCKET_KB = 40;

const bench: Bench = {
  about: `Resident memory of the bundled BFF process ${SETTLE_MS / 1_000} s after it is ready, and how much it grows for each of ${SOCKETS} signed-in sockets that come after the first ${FIRST}. Baseline: a process with bare Socket.IO and as many sockets. Read from \`/proc\`, so on Linux alone.`,
  async run(world) {
    const embedded = await openBff(world, null);
    const kafka = await openBff(world, [await world.openBroker()]);
    const bare = await openBare(world);
    await pause(SETTLE_MS);
    const atRest = { embedded: rssMb(embedded.pid), kafka: rssMb(kafka.pid), bare: rssMb(bare.pid) };
    const [ours, baseline] = [await perSocketKb(embedded), await perSocketKb(bare)];
    const rest = (name: string, mb: number) => ({
      what: `BFF at rest, ${name}`,
      ours: `${mb.toFixed(0)} MB`,
      baseline: `${atRest.bare.toFixed(0)} MB`,
      ratio: mb / atRest.bare,
      target: `at most ${MOST_AT_REST_MB} MB`,
      met: mb <= MOST_AT_REST_MB,
    });
    return [
      rest('embedded log', atRest.embedded),
      rest('Kafka', atRest.kafka),
      {
        what: 'a connected socket',
        ours: `${ours.toFixed(1)} kB`,
        baseline: `${baseline.toFixed(1)} kB`,
        ratio: ours / baseline,
        target: `at most ${MOST_PER_SOCKET_KB} kB`,
        met: ours <= MOST_PER_SOCKET_KB,
      },
    ];
  },
};
export default bench;

interface Measurable {
  readonly pid: number;
  connect(sockets: number): Promise<void>;
}

async function perSocketKb({ pid, connect }: Measurable): Promise<number> {
  await connect(FIRST);
  await pause(SETTLE_MS);
  const before = rssMb(pid);
  await connect(SOCKETS);
  await pause(SETTLE_MS);
  return ((rssMb(pid) - before) * 1024) / SOCKETS;
}

async function openBff(world: World, brokers: readonly string[] | null): Promise<Measurable> {
  const database = await world.openDatabase();
  const bff = await startProductionBff(world, { databaseUrl: database.url, brokers });
  return {
    pid: bff.pid,
    async connect(sockets) {
      const cookies: string[] = [];
      for (let i = 0; i < sockets; i += 1) {
        cookies.push((await createUser(database.sql, { role: 'student' })).cookie);
      }
      await connectSockets(world, bff.origin, cookies);
    },
  };
}

async function openBare(world: World): Promise<Measurable> {
  const { pid, origin } = await startBare(world);
  return {
    pid,
    async connect(sockets) {
      const cookies = Array.from({ length: sockets }, () => '');
      await connectSockets(world, origin, cookies);
    },
  };
}

function rssMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (!kilobytes) throw new Error(`the memory of process ${pid} cannot be read`);
  return Number(kilobytes) / 1024;
}
