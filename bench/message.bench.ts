import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RealtimeSocket } from '@/lib/client/realtime/create-socket';
import type { MessageView } from '@/lib/contracts/http/conversation';
import { sendMessage } from '@/lib/domain/conversation/send-message';
import { startConversation } from '@/lib/domain/conversation/start-conversation';
import { createAuthor } from '@/tests/announce';
import { createUser, type TestUser } from '@/tests/campus';
import type { Bench, Row } from './bench';
import { connectSockets } from './connect-sockets';
import { whole } from './print-results';
import { startProductionBff } from './production-bff';
import { quantile } from './rounds';
import { startBare } from './start-bare';
import type { World } from './world';

const SOCKETS = 2_000;
const MEMBERS = 400;
const WARM_UP = 10;
const MESSAGES = { oneReader: 150, room: 80 };
const REST_MS = 25;
const MOST_MS = 20;
const MOST_RATIO = 1.5;

const bench: Bench = {
  about: `Messages of a conversation, sent one at a time by a process of its own, as the web server is, through the bundled BFF on the embedded log. First to one reader: from the call that sends it, its transaction included, until the reader's socket has it. Then to the ${whole(SOCKETS)} sockets of the ${MEMBERS} people of a group, all on one BFF: from its commit until the last socket has it. Baseline of both: a bare HTTP request to a bare Socket.IO server until the last of as many sockets has the same message, in turns. 95 of 100 took no longer than p95.`,
  async run(world) {
    const one = await measure(world, { members: 1, sockets: 1, messages: MESSAGES.oneReader, from: 'call' });
    const room = await measure(world, {
      ...{ members: MEMBERS, sockets: SOCKETS, messages: MESSAGES.room, from: 'commit' },
    });
    const row = (
      what: string,
      taken: Taken,
      share: number,
      judge?: { target: string; met: (ours: number, ratio: number) => boolean },
    ): Row => {
      const [ours, bare] = [quantile(taken.ours, share), quantile(taken.bare, share)];
      return {
        what: `${what}, p${share * 100}`,
        ours: `${ours.toFixed(1)} ms`,
        baseline: `${bare.toFixed(1)} ms`,
        ratio: ours / bare,
        target: judge?.target ?? '',
        met: judge ? judge.met(ours, ours / bare) : null,
      };
    };
    const inTime = { target: `at most ${MOST_MS} ms`, met: (ours: number) => ours <= MOST_MS };
    const inRatio = {
      target: `at most ${MOST_RATIO} x the baseline`,
      met: (_ours: number, ratio: number) => ratio <= MOST_RATIO,
    };
    const last = `commit -> the last of ${whole(SOCKETS)} sockets`;
    return [
      row('send -> other browser', one, 0.5, inTime),
      row('send -> other browser', one, 0.95),
      row(last, room, 0.5),
      row(last, room, 0.95, inRatio),
    ];
  },
};
export default bench;

interface Taken {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

/** ms of each message until the last socket has it. */
async function measure(
  world: World,
  asked: { members: number; sockets: number; messages: number; from: 'call' | 'commit' },
): Promise<Taken> {
  const database = await world.openDatabase();
  const writer = await createUser(database.sql, { role: 'admin' });
  const readers: TestUser[] = [];
  for (let count = 0; count < asked.members; count += 1)
    readers.push(await createUser(database.sql, { role: 'faculty' }));
  const { actor, unitOfWork } = await createAuthor(database, writer);
  const request = { actor, correlationId: 'bench' };
  const given = { type: 'group' as const, title: 'Bench', user_ids: readers.map(({ id }) => id) };
  const { id } = await startConversation(unitOfWork, { ...request, given });
  const bff = await startProductionBff(world, { databaseUrl: database.url, brokers: null });
  const cookies = Array.from(
    { length: asked.sockets },
    (_, nth) => readers[nth % readers.length]?.cookie ?? '',
  );
  const ours = waitForLast(await connectSockets(world, bff.origin, cookies));
  const { origin } = await startBare(world);
  const bare = waitForLast(await connectSockets(world, origin, cookies));

  let message: MessageView | undefined;
  const throughProduct = async () => {
    const arrived = ours();
    const called = performance.now();
    const text = { client_id: randomUUID(), text: 'Until tomorrow', mentioned_ids: [] };
    message = await sendMessage(unitOfWork, { ...request, id, given: text });
    const committed = performance.now();
    // It can be there before the sender has heard of the commit.
    return Math.max(0, (await arrived) - (asked.from === 'call' ? called : committed));
  };
  const throughBare = async () => {
    const arrived = bare();
    const called = performance.now();
    await fetch(origin, { method: 'POST', body: JSON.stringify(['message:sent', { message }]) });
    return (await arrived) - called;
  };
  const taken = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < WARM_UP + asked.messages; round += 1) {
    const [a, b] = [await throughProduct(), await throughBare()];
    if (round >= WARM_UP) {
      taken.ours.push(a);
      taken.bare.push(b);
    }
    // Of different lengths, so that no message always meets the same moment of a poll.
    await pause(REST_MS + (round % 17));
  }
  await world.cleanUp();
  return taken;
}

/** Of each call: resolves with the moment at which the last socket has the next message. */
function waitForLast(sockets: readonly RealtimeSocket[]): () => Promise<number> {
  let arrived = 0;
  let done: (at: number) => void = () => undefined;
  for (const socket of sockets)
    socket.on('message:sent', () => {
      arrived += 1;
      if (arrived === sockets.length) done(performance.now());
    });
  return () => {
    arrived = 0;
    return new Promise((resolve) => {
      done = resolve;
    });
  };
}
