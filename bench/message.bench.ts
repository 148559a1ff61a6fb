import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { RealtimeSocket } from '@/lib/client/realtime/create-socket';
import { sendMessage } from '@/lib/domain/conversation/send-message';
import { startConversation } from '@/lib/domain/conversation/start-conversation';
import { createAuthor } from '@/tests/announce';
import { createUser } from '@/tests/campus';
import type { Bench, Row } from './bench';
import { connectSockets } from './connect-sockets';
import { startProductionBff } from './production-bff';
import { quantile } from './rounds';
import type { World } from './world';

const WARM_UP = 20;
const SAMPLES = 150;
const REST_MS = 25;
const TARGET_MS = 20;
const SOCKETS = 2_000;
const MEMBERS = 500;
const ROUNDS = 40;
const MOST_RATIO = 1.5;

const bench: Bench = {
  about: `From the call that sends a message until the other's socket has it: the transaction, relay and gateway, through the bundled BFF on the embedded log, one at a time. Then the time until the last of ${SOCKETS} sockets of the ${MEMBERS} people in a conversation has it, from the record of the event; baseline: \`io.to(room).emit\` of the same message by bare Socket.IO, in turns.`,
  async run(world) {
    const taken = await measureRoad(world);
    const road = (share: number, most: number | null): Row => ({
      what: `send -> other browser, embedded log, p${share * 100}`,
      ours: `${quantile(taken, share).toFixed(1)} ms`,
      baseline: '',
      ratio: null,
      target: most === null ? '' : `at most ${most} ms`,
      met: most === null ? null : quantile(taken, share) <= most,
    });
    return [road(0.5, TARGET_MS), road(0.95, null), await measureRoom(world)];
  },
};
export default bench;

async function measureRoad(world: World): Promise<number[]> {
  const database = await world.openDatabase();
  const [from, to] = [
    await createUser(database.sql, { role: 'faculty' }),
    await createUser(database.sql, { role: 'faculty' }),
  ];
  const { actor, unitOfWork } = await createAuthor(database, from);
  const given = { type: 'direct' as const, user_id: to.id };
  const { id } = await startConversation(unitOfWork, { actor, correlationId: randomUUID(), given });
  const bff = await startProductionBff(world, { databaseUrl: database.url, brokers: null });
  const [socket] = await connectSockets(world, bff.origin, [to.cookie]);
  const taken: number[] = [];
  for (let sample = 0; sample < WARM_UP + SAMPLES; sample += 1) {
    const arrived = new Promise<void>((resolve) => socket?.once('message:sent', () => resolve()));
    const message = { client_id: randomUUID(), text: 'Until tomorrow', mentioned_ids: [] };
    const sent = performance.now();
    await sendMessage(unitOfWork, { actor, correlationId: randomUUID(), id, given: message });
    await arrived;
    if (sample >= WARM_UP) taken.push(performance.now() - sent);
    await pause(REST_MS + (sample % 17));
  }
  return taken;
}

async function measureRoom(world: World): Promise<Row> {
  const [ours, bare] = [await openServer(world, 'ours'), await openServer(world, 'bare')];
  const taken = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const [a, b] = [await ours(), await bare()];
    // The first rounds warm up.
    if (round < ROUNDS / 10) continue;
    taken.ours.push(a);
    taken.bare.push(b);
  }
  const [a, b] = [quantile(taken.ours, 0.95), quantile(taken.bare, 0.95)];
  return {
    what: `the last of ${SOCKETS} sockets, p95`,
    ours: `${a.toFixed(1)} ms`,
    baseline: `${b.toFixed(1)} ms`,
    ratio: a / b,
    target: `at most ${MOST_RATIO} x the baseline`,
    met: a / b <= MOST_RATIO,
  };
}

/** Sends once and resolves with the ms until the last socket has it. */
async function openServer(world: World, kind: 'ours' | 'bare'): Promise<() => Promise<number>> {
  const child = fork('bench/message-server.ts', [kind, String(MEMBERS)], { execArgv: ['--import', 'tsx'] });
  world.after(() => void child.kill('SIGKILL'));
  const [address]: ({ port: number } | undefined)[] = await once(child, 'message');
  const origin = `http://127.0.0.1:${address?.port}`;
  const sockets: RealtimeSocket[] = await connectSockets(
    world,
    origin,
    Array.from({ length: SOCKETS }, () => ''),
  );
  let arrived = 0;
  let done: () => void = () => undefined;
  for (const socket of sockets)
    socket.on('message:sent', () => {
      arrived += 1;
      if (arrived === SOCKETS) done();
    });
  return async () => {
    arrived = 0;
    const all = new Promise<void>((resolve) => {
      done = resolve;
    });
    const began = performance.now();
    child.send('send');
    await all;
    return performance.now() - began;
  };
}
