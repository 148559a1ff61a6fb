import { expect, it } from 'vitest';
import type { ConversationMember } from '@/lib/contracts/http/conversation';
import { completeMention, mentionAt, mentionedIn, offeredFor } from './find-mention';

const member = (id: string, name: string): ConversationMember => ({
  id,
  name,
  role: 'student',
  is_owner: false,
});
const members = [member('1', 'Ada Lovelace'), member('2', 'Alan Turing'), member('3', 'Grace Hopper')];

it('begins with an @ that follows nothing or a blank, and ends at the caret', () => {
  expect(mentionAt('@', 1)).toEqual({ from: 0, words: '' });
  expect(mentionAt('hello @ad', 9)).toEqual({ from: 6, words: 'ad' });
  expect(mentionAt('hello @ada and more', 9)).toEqual({ from: 6, words: 'ad' });
  expect(mentionAt('write to a@b', 12)).toBeNull();
  expect(mentionAt('hello', 5)).toBeNull();
});

it('offers whose first or later name begins so, and not oneself nor who is named already', () => {
  const offered = (text: string, me = '3') => {
    const mention = mentionAt(text, text.length);
    return mention && offeredFor(mention, members, me).map(({ id }) => id);
  };
  expect(offered('@a')).toEqual(['1', '2']);
  expect(offered('@tur')).toEqual(['2']);
  expect(offered('@a', '1')).toEqual(['2']);
  expect(offered('@Alan Turing')).toEqual([]);
});

it('puts the whole name in the place of what was typed, with the caret behind it', () => {
  const text = 'ask @al, please';
  const mention = mentionAt(text, 7);
  expect(mention && completeMention(text, 7, mention, 'Alan Turing')).toEqual({
    text: 'ask @Alan Turing , please',
    caret: 17,
  });
});

it('finds whom a text mentions', () => {
  expect(mentionedIn('@Ada Lovelace and @Grace Hopper, not Alan Turing', members)).toEqual(['1', '3']);
});

it('does not take a name for another one that it begins with', () => {
  const alike = [member('1', 'Ann'), member('2', 'Ann Lee'), member('3', 'Ann Lee')];
  expect(mentionedIn('@Ann Lee, look', alike)).toEqual(['2', '3']);
  expect(mentionedIn('@Ann Lee, ask @Ann', alike)).toEqual(['1', '2', '3']);
});
