import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MessageView } from '@/lib/contracts/http/conversation';
import { ApiProblem, ownProblem } from '../http/api-problem';
import type { KeptValue } from '../queue/kept-value';
import type { QueuedMessage } from './message-queue';
import { createMessageSender } from './message-sender';

const queued = (client_id: string): QueuedMessage => ({
  client_id,
  conversation_id: 'c',
  text: client_id,
  reply_to_id: null,
  mentioned_ids: [],
  file: null,
  queued_at: '2026-01-01T00:00:00Z',
  refused: null,
});

/** A server that does a message once for its name, over a network that loses requests and answers. */
function createServer(faults: readonly ('request' | 'answer' | 'busy' | null)[]) {
  const messages: MessageView[] = [];
  let at = 0;
  return {
    messages,
    async post({ client_id, text }: QueuedMessage): Promise<MessageView> {
      const fault = faults[at++] ?? null;
      if (fault === 'request') throw ownProblem('network.unreachable');
      if (fault === 'busy')
        throw new ApiProblem({ code: 'request.too_many', status: 429, title: 'busy', retriable: true });
      let message = messages.find((each) => each.client_id === client_id);
      if (!message) {
        message = {
          id: client_id,
          conversation_id: 'c',
          seq: messages.length + 1,
          client_id,
          sender: { id: 'me', name: 'Me' },
          type: 'text',
          text,
          reply_to: null,
          mentioned_ids: [],
          file: null,
          sent_at: '2026-01-01T00:00:00Z',
          edited_at: null,
          deleted_at: null,
          revision: 1,
        };
        messages.push(message);
      }
      if (fault === 'answer') throw ownProblem('network.unreachable');
      return message;
    },
  };
}

/** Storage that outlives a page. */
function createStorage(): KeptValue<QueuedMessage[]> {
  let kept: QueuedMessage[] = [];
  return {
    read: () => kept,
    write(value) {
      kept = value;
    },
    subscribe: () => () => undefined,
  };
}

it('sends each message once and in order, whatever the network loses and however often the page is reloaded', async () => {
  const fault = fc.constantFrom('request', 'answer', 'busy', null);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { maxLength: 20 }),
      fc.array(fc.constantFrom('write', 'reload'), { minLength: 1, maxLength: 12 }),
      async (faults, acts) => {
        const server = createServer(faults);
        const kept = createStorage();
        const shown: number[] = [];
        const begin = () =>
          createMessageSender({
            kept,
            post: server.post,
            onSent: ({ seq }) => void shown.push(seq),
            alone: (act) => act(),
            pause: () => 0,
          });
        let sender = begin();
        const written: string[] = [];
        for (const act of acts) {
          if (act === 'reload') {
            sender.stop();
            sender = begin();
          } else {
            written.push(`m${written.length}`);
            sender.add(queued(`m${written.length - 1}`));
          }
          await Promise.resolve();
        }
        await new Promise<void>((resolve) => {
          const look = () => (kept.read().length === 0 ? resolve() : setTimeout(look, 0));
          look();
        });
        sender.stop();
        expect(server.messages.map(({ client_id }) => client_id)).toEqual(written);
      },
    ),
    { numRuns: 60 },
  );
});

it('keeps what is refused until its writer sends it again or gives it up, and goes on with the rest', async () => {
  const kept = createStorage();
  const sent: string[] = [];
  let isRefused = true;
  const server = createServer([]);
  const sender = createMessageSender({
    kept,
    post: async (message) => {
      if (message.client_id === 'bad' && isRefused)
        throw new ApiProblem({ code: 'auth.forbidden', status: 403, title: 'no' });
      sent.push(message.client_id);
      return server.post(message);
    },
    onSent: () => undefined,
    alone: (act) => act(),
  });
  sender.add(queued('bad'));
  sender.add(queued('good'));
  await expect.poll(() => sent).toEqual(['good']);
  expect(sender.queue.get()).toMatchObject([{ client_id: 'bad', refused: 'auth.forbidden' }]);
  isRefused = false;
  sender.sendAgain('bad');
  await expect.poll(() => sent).toEqual(['good', 'bad']);
  expect(sender.queue.get()).toEqual([]);
  sender.stop();
});
