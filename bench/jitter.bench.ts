import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { sendMessage } from '@/lib/domain/conversation/send-message';
import { startConversation } from '@/lib/domain/conversation/start-conversation';
import { createDatabase } from '@/lib/infra/db/database';
import { createAuthor } from '@/tests/announce';
import { startBffProcess } from '@/tests/bff-process';
import { createUser, type TestUser } from '@/tests/campus';
import { type ConversationScreen, openConversationScreen } from '@/tests/conversation-screen';
import { layLine } from '@/tests/network-line';
import { startPlainServer } from '@/tests/plain-server';
import { watchOrder } from '@/tests/watch-order';
import type { Bench } from './bench';
import { whole } from './print-results';
import { startProductionBff } from './production-bff';
import { until } from './rounds';
import type { World } from './world';

const SOCKETS = 500;
const MEMBERS = 100;
const MESSAGES = 120;
const EVERY_MS = 500;
const RESET_EVERY_MS = 15_000;
const OFFLINE_MS = 2_000;
const KILLED_AFTER: ReadonlySet<number> = new Set([40, 80]);
/** What is not shown by then is lost. */
const LOST_AFTER_MS = 40_000;

/** Who is here and who writes is not looked at. */
type Screen = Omit<ConversationScreen, 'live'>;

const bench: Bench = {
  about: `${SOCKETS} screens of ${MEMBERS} people have one conversation open; ${MESSAGES} messages are sent at ${1_000 / EVERY_MS} a second, each connection is reset about every ${RESET_EVERY_MS / 1_000} s and there is no network for ${OFFLINE_MS / 1_000} s after it, and the BFF is killed (SIGKILL) twice. The screens are the browser's own realtime code and cache, and no device tells them that it is offline. Baseline: the same script against plain Socket.IO.`,
  async run(world) {
    const ours = await runOurs(world);
    const plain = await runPlain(world);
    const wanted = SOCKETS * MESSAGES;
    const share = (shown: number) => `${((100 * shown) / wanted).toFixed(2)} % shown`;
    return [
      {
        what: `${whole(wanted)} messages on screens`,
        ours: `${share(ours.shown)}, ${ours.twice} twice, ${ours.reordered} reordered`,
        baseline: `${share(plain.shown)}, ${plain.twice} twice, ${plain.reordered} reordered`,
        ratio: null,
        target: '100 % shown, nothing twice, nothing reordered; the baseline loses',
        met: ours.shown === wanted && ours.twice + ours.reordered === 0 && plain.shown < wanted,
      },
    ];
  },
};
export default bench;

async function runOurs(world: World) {
  const database = await world.openDatabase();
  const teacher = await createUser(database.sql, { role: 'admin', name: 'Tea Cher' });
  const people: TestUser[] = [];
  for (let count = 0; count < MEMBERS; count += 1)
    people.push(await createUser(database.sql, { role: 'student' }));
  const { actor, unitOfWork } = await createAuthor(database, teacher);
  const given = { type: 'group' as const, title: 'Jitter', user_ids: people.map(({ id }) => id) };
  const { id } = await startConversation(unitOfWork, { actor, correlationId: randomUUID(), given });
  const first = await startProductionBff(world, { databaseUrl: database.url, brokers: null });
  let bff = first;
  world.after(() => bff.stop());
  // What the screens ask for, all at once when the BFF is back, does not hold up who writes.
  const asked = createDatabase(database.url);
  world.after(() => asked.close());
  const readers: ConversationScreen[] = [];
  for (let count = 0; count < SOCKETS; count += 1) {
    const user = people[count % MEMBERS];
    if (user)
      readers.push(
        await openConversationScreen({ database: asked, origin: first.origin, user, conversationId: id }),
      );
  }
  await until(() => readers.every((reader) => reader.isLive()), 100);
  return runScript(readers, {
    send: async (number) => {
      const message = { client_id: randomUUID(), text: `No. ${number}`, mentioned_ids: [] };
      await sendMessage(unitOfWork, { actor, correlationId: randomUUID(), id, given: message });
    },
    crash: async () => {
      await bff.kill();
      bff = await startBffProcess({
        ...{ databaseUrl: database.url, brokers: null, port: first.port },
        entry: ['--enable-source-maps', 'dist/bench/bff.mjs'],
      });
    },
  });
}

async function runPlain(world: World) {
  let server = await startPlainServer();
  world.after(() => server.kill());
  const readers = Array.from({ length: SOCKETS }, () => openPlainScreen(server.origin));
  await until(() => readers.every((reader) => reader.isLive()), 100);
  return runScript(
    readers,
    {
      send: (number) => server.emit(number),
      crash: async () => {
        await server.kill();
        server = await startPlainServer(server.port);
      },
    },
    5_000,
  );
}

/** A socket that shows what it is told, as plain Socket.IO leaves it. */
function openPlainScreen(origin: string): Screen {
  const order = watchOrder();
  const shown: number[] = [];
  const socket = io(origin, { transports: ['websocket'], autoConnect: false, forceNew: true });
  socket.on('announcement', (number: number) => {
    shown.push(number);
    order.show(shown);
  });
  const line = layLine(socket);
  socket.connect();
  return {
    line,
    isLive: () => socket.connected,
    judge: order.judge,
    close: () => void socket.disconnect(),
  };
}

/** What both are put through; resolves with what their screens show in the end. */
async function runScript(
  readers: readonly Screen[],
  acts: { send: (number: number) => Promise<void>; crash: () => Promise<void> },
  lostAfterMs = LOST_AFTER_MS,
) {
  let isOver = false;
  const shaken = readers.map((reader) => shake(reader, () => isOver));
  let crash = Promise.resolve();
  const began = performance.now();
  for (let number = 1; number <= MESSAGES; number += 1) {
    await acts.send(number);
    if (KILLED_AFTER.has(number)) crash = acts.crash();
    await pause(Math.max(0, began + number * EVERY_MS - performance.now()));
  }
  await crash;
  isOver = true;
  await Promise.all(shaken);
  const sum = () =>
    readers
      .map((reader) => reader.judge())
      .reduce((all, one) => ({
        shown: all.shown + one.shown,
        twice: all.twice + one.twice,
        reordered: all.reordered + one.reordered,
      }));
  const latest = performance.now() + lostAfterMs;
  while (sum().shown < readers.length * MESSAGES && performance.now() < latest) await pause(200);
  const result = sum();
  for (const reader of readers) reader.close();
  return result;
}

/** Breaks a connection now and again, until it is over; then it is left alone. */
async function shake(reader: Screen, isOver: () => boolean): Promise<void> {
  let next = performance.now() + Math.random() * RESET_EVERY_MS;
  while (!isOver()) {
    await pause(100);
    if (performance.now() < next) continue;
    reader.line.cut();
    await pause(OFFLINE_MS);
    reader.line.mend();
    next = performance.now() + RESET_EVERY_MS * (0.75 + Math.random() / 2);
  }
}
