import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendMessage } from '@/lib/domain/conversation/send-message';
import { startConversation } from '@/lib/domain/conversation/start-conversation';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { startTestEngine, testEngines } from '@/lib/infra/testing/test-engine';
import { type Author, createAuthor } from './announce';
import { startBffProcess } from './bff-process';
import { createUser, type TestUser } from './campus';
import { openConversationScreen } from './conversation-screen';

const waiting = { timeout: 30_000, interval: 20 };

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

describe.each(testEngines())('two BFF processes on the $engine log', ({ engine }) => {
  it('share the sockets: a message, who writes and who is here cross between them', async () => {
    const { brokers, stop } = await startTestEngine(engine);
    cleanUp.push(stop);
    const database = await createTestDatabase({ poolSize: 12 });
    cleanUp.push(() => database.drop());
    const teacher = await createUser(database.sql, { role: 'faculty', name: 'Tea Cher' });
    const colleague = await createUser(database.sql, { role: 'faculty', name: 'Col League' });
    const authors = [await createAuthor(database, teacher), await createAuthor(database, colleague)] as const;
    const correlationId = randomUUID();
    const given = { type: 'direct' as const, user_id: colleague.id };
    const { actor, unitOfWork } = authors[0];
    const { id } = await startConversation(unitOfWork, { actor, correlationId, given });

    async function openOnOwnProcess(user: TestUser) {
      const bff = await startBffProcess({ databaseUrl: database.url, brokers });
      cleanUp.push(() => bff.stop());
      const screen = await openConversationScreen({
        database,
        origin: bff.origin,
        user,
        conversationId: id,
      });
      cleanUp.push(() => screen.close());
      await vi.waitFor(() => expect(screen.isLive()).toBe(true), waiting);
      return screen;
    }
    const [mine, theirs] = [await openOnOwnProcess(teacher), await openOnOwnProcess(colleague)];
    const send = (author: Author, text: string) =>
      sendMessage(author.unitOfWork, {
        ...{ actor: author.actor, correlationId, id },
        given: { client_id: randomUUID(), text, mentioned_ids: [] },
      });
    const both = [teacher.id, colleague.id].sort();
    const bothShow = (count: number) =>
      vi.waitFor(() => {
        for (const screen of [mine, theirs])
          expect(screen.judge()).toEqual({ shown: count, twice: 0, reordered: 0 });
      }, waiting);
    const mineSeesPresent = (ids: string[]) =>
      vi.waitFor(() => expect([...mine.live.present.get()].sort()).toEqual(ids), waiting);

    mine.live.show(id);
    await mineSeesPresent([teacher.id]);
    theirs.live.show(id);
    await mineSeesPresent(both);
    await vi.waitFor(() => expect([...theirs.live.present.get()].sort()).toEqual(both), waiting);

    theirs.live.isTyping.set(true);
    await vi.waitFor(() => expect(mine.live.typing.get()).toEqual([colleague.id]), waiting);
    theirs.live.isTyping.set(false);
    await vi.waitFor(() => expect(mine.live.typing.get()).toEqual([]), waiting);
    expect(theirs.live.typing.get()).toEqual([]);

    for (let turn = 0; turn < 5; turn += 1) {
      await send(authors[0], `mine ${turn}`);
      await send(authors[1], `theirs ${turn}`);
    }
    await bothShow(10);

    // Who loses the network is not here, and finds what was written meanwhile.
    theirs.line.cut();
    await mineSeesPresent([teacher.id]);
    await send(authors[0], 'Are you there?');
    theirs.line.mend();
    await mineSeesPresent(both);
    await bothShow(11);
  }, 120_000);
});
