import { expect, it } from 'vitest';
import type { ForumReplyView } from '@/lib/contracts/http/forum';
import { nestReplies } from './nest-replies';

const reply = (id: string, parent_id: string | null = null): ForumReplyView => ({
  id,
  parent_id,
  post_id: 'post',
  seq: Number(id),
  content: id,
  author: { id: 'a', name: 'A', is_staff: false },
  created_at: '2026-01-01T00:00:00Z',
  edited_at: null,
  deleted_at: null,
  hidden_at: null,
  version: 1,
});

it('puts answers to answers beside them, below what all of them answer', () => {
  const nested = nestReplies([reply('1'), reply('2', '1'), reply('3'), reply('4', '2'), reply('5', '3')]);
  expect(nested.map(({ reply: { id }, answers }) => [id, answers.map((answer) => answer.id)])).toEqual([
    ['1', ['2', '4']],
    ['3', ['5']],
  ]);
});

it('lets a reply stand for itself whose parent is gone', () => {
  const nested = nestReplies([reply('2', 'gone'), reply('3', '2')]);
  expect(nested.map(({ reply: { id }, answers }) => [id, answers.length])).toEqual([['2', 1]]);
});
