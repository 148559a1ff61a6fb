import { type InfiniteData, QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it } from 'vitest';
import type { MessageList, MessageView } from '@/lib/contracts/http/conversation';
import { setCacheReader } from '../session/cache-reader';
import { markConversationRead, placeMessage, removeMessage } from './cache-conversations';
import { conversationKeys } from './conversation-keys';

const message = (seq: number, more: Partial<MessageView> = {}): MessageView => ({
  id: `m${seq}`,
  conversation_id: 'c',
  seq,
  client_id: `k${seq}`,
  sender: { id: 'u', name: 'U' },
  type: 'text',
  text: `text ${seq}`,
  reply_to: null,
  mentioned_ids: [],
  file: null,
  sent_at: '2026-01-01T00:00:00Z',
  edited_at: null,
  deleted_at: null,
  revision: 1,
  ...more,
});

let client: QueryClient;
const key = conversationKeys.messages('c');
const show = (...pages: MessageList[]) =>
  client.setQueryData<InfiniteData<MessageList>>(key, { pages, pageParams: pages.map(() => ({})) });
const shown = () =>
  client
    .getQueryData<InfiniteData<MessageList>>(key)
    ?.pages.flatMap(({ items }) => items.map(({ seq, text }) => [seq, text]));
const page = (items: MessageView[], more: Partial<MessageList> = {}): MessageList => ({
  items,
  has_earlier: false,
  has_later: false,
  ...more,
});

beforeEach(() => {
  client = new QueryClient();
  setCacheReader(client, { id: 'me', role: 'student', departmentId: null });
});

it('puts the next message at the end, once', () => {
  show(page([message(1), message(2)]));
  placeMessage(client, message(3));
  placeMessage(client, message(3));
  expect(shown()).toEqual([
    [1, 'text 1'],
    [2, 'text 2'],
    [3, 'text 3'],
  ]);
});

it('begins an empty conversation', () => {
  show(page([]));
  placeMessage(client, message(1));
  expect(shown()).toEqual([[1, 'text 1']]);
});

it('asks for what is missing instead of showing a hole', () => {
  show(page([message(1)]));
  placeMessage(client, message(3));
  expect(shown()).toEqual([[1, 'text 1']]);
  expect(client.getQueryState(key)?.isInvalidated).toBe(true);
});

it('takes newer words and never older ones', () => {
  show(page([message(1), message(2, { text: 'second', revision: 2 })]));
  placeMessage(client, message(2, { text: 'first', revision: 1 }));
  expect(shown()).toEqual([
    [1, 'text 1'],
    [2, 'second'],
  ]);
  placeMessage(client, message(1, { text: 'edited', revision: 2 }));
  expect(shown()?.[0]).toEqual([1, 'edited']);
});

it('leaves what lies before the first loaded one, and a window that does not reach the end, as they are', () => {
  show(page([message(5)], { has_earlier: true }));
  placeMessage(client, message(2));
  expect(shown()).toEqual([[5, 'text 5']]);
  show(page([message(5)], { has_later: true }));
  placeMessage(client, message(6));
  expect(shown()).toEqual([[5, 'text 5']]);
});

it('takes the words of what is deleted for everybody, and keeps its place', () => {
  show(page([message(1), message(2)]));
  removeMessage(client, {
    conversation_id: 'c',
    message_id: 'm1',
    seq: 1,
    for_everyone: true,
    deleted_at: '2026-01-02T00:00:00Z',
  });
  expect(shown()).toEqual([
    [1, ''],
    [2, 'text 2'],
  ]);
});

it('marks how far somebody has read, never back', () => {
  const detail = conversationKeys.detail('c');
  client.setQueryData(detail, { read_marks: [{ user_id: 'a', seq: 3, read_at: null }] });
  const read = (user_id: string, seq: number) =>
    markConversationRead(client, { conversation_id: 'c', user_id, seq, read_at: '2026-01-01T00:00:00Z' });
  read('a', 2);
  read('b', 1);
  expect(client.getQueryData(detail)).toEqual({
    read_marks: [
      { user_id: 'a', seq: 3, read_at: null },
      { user_id: 'b', seq: 1, read_at: '2026-01-01T00:00:00Z' },
    ],
  });
});
