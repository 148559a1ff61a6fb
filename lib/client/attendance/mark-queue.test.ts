import { expect, it } from 'vitest';
import {
  emptyQueue,
  enqueue,
  type MarkQueue,
  noteRefused,
  noteSaved,
  noteSent,
  pendingMarks,
  type WantedMark,
} from './mark-queue';

const mark = (student_id: string, change: Partial<WantedMark> = {}): WantedMark => ({
  student_id,
  status: 'present',
  custom_code: '',
  remark: '',
  version: 0,
  ...change,
});
const add = (queue: MarkQueue, key: string, ...marks: WantedMark[]) =>
  enqueue(queue, { key, session_id: 's', reason: '', marks });
const keys = (queue: MarkQueue) => queue.posts.map(({ key }) => key);
let made = 0;
const newKey = () => {
  made += 1;
  return `new ${made}`;
};
const conflict = (...current: WantedMark[]) => ({ code: 'precondition.failed', detail: '', current });

it('joins what has not gone out: the last mark of a student, over what was seen first', () => {
  const queue = add(
    add(emptyQueue, 'a', mark('x', { version: 3 })),
    'b',
    mark('y'),
    mark('x', { status: 'absent', version: 9 }),
  );
  expect(queue.posts).toEqual([
    expect.objectContaining({ key: 'a', marks: [mark('x', { status: 'absent', version: 3 }), mark('y')] }),
  ]);
});

it('leaves what is on its way as it is', () => {
  const queue = add(noteSent(add(emptyQueue, 'a', mark('x')), 'a'), 'b', mark('x', { status: 'late' }));
  expect(queue.posts.map(({ marks }) => marks)).toEqual([[mark('x')], [mark('x', { status: 'late' })]]);
  expect(pendingMarks(queue, 's').get('x')?.status).toBe('late');
});

it('keeps apart what is of another class, has another reason, or is for the whole class', () => {
  const one = add(emptyQueue, 'a', mark('x'));
  const other = enqueue(one, { key: 'b', session_id: 't', reason: '', marks: [mark('x')] });
  const reasoned = enqueue(other, { key: 'c', session_id: 't', reason: 'Certificate', marks: [mark('x')] });
  const all = { status: 'present', only_unmarked: true } as const;
  const whole = enqueue(reasoned, { key: 'd', session_id: 't', reason: '', marks: [mark('y')], all });
  expect(keys(add(whole, 'e', mark('y')))).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect([...pendingMarks(whole, 's').keys()]).toEqual(['x']);
});

it('never asks for more than a request takes', () => {
  const many = Array.from({ length: 500 }, (_, index) => mark(`m${index}`));
  expect(keys(add(add(emptyQueue, 'a', ...many), 'b', mark('x')))).toEqual(['a', 'b']);
  expect(keys(add(add(emptyQueue, 'a', ...many), 'b', mark('m3')))).toEqual(['a']);
});

it('puts what waits over what was saved', () => {
  const sent = noteSent(add(emptyQueue, 'a', mark('x')), 'a');
  const queue = add(sent, 'b', mark('x', { status: 'absent' }), mark('y', { version: 2 }));
  const saved = noteSaved(queue, 'a', [mark('x', { version: 1 })]);
  expect(saved.posts.map(({ marks }) => marks)).toEqual([
    [mark('x', { status: 'absent', version: 1 }), mark('y', { version: 2 })],
  ]);
  expect(noteSaved(saved, 'a', [mark('x', { version: 7 })])).toBe(saved);
});

it('asks about what another has changed, and sends the rest again', () => {
  const sent = noteSent(add(emptyQueue, 'a', mark('x'), mark('y')), 'a');
  const queue = add(sent, 'b', mark('x', { status: 'late' }), mark('z'));
  const theirs = mark('x', { status: 'absent', version: 1 });
  const refused = noteRefused(queue, 'a', conflict(theirs, mark('y')), newKey);
  expect(refused.posts.map(({ marks, is_sent }) => [marks, is_sent])).toEqual([
    [[mark('y')], false],
    [[mark('z')], false],
  ]);
  expect(keys(refused)).not.toContain('a');
  expect(refused.refused).toEqual([
    expect.objectContaining({ mark: mark('x', { status: 'late' }), current: theirs }),
  ]);
  // Whoever marks the student anew has chosen.
  expect(add(refused, 'c', mark('x', { version: 1 })).refused).toEqual([]);
});

it('does not ask where both want the same', () => {
  const sent = noteSent(add(emptyQueue, 'a', mark('x')), 'a');
  const refused = noteRefused(sent, 'a', conflict(mark('x', { version: 1 })), newKey);
  expect(refused).toEqual(emptyQueue);
});

it('finds the one mark that a request is refused for', () => {
  const notIn = { code: 'attendance.not_in_course', detail: '', current: [] };
  let queue = add(emptyQueue, 'a', mark('1'), mark('2'), mark('gone'), mark('4'));
  const saved: string[] = [];
  for (let times = 0; queue.posts.length > 0 && times < 20; times += 1) {
    const [first] = queue.posts;
    if (!first) break;
    const ids = first.marks.map(({ student_id }) => student_id);
    if (ids.includes('gone')) queue = noteRefused(queue, first.key, notIn, newKey);
    else {
      saved.push(...ids);
      queue = noteSaved(queue, first.key, first.marks);
    }
  }
  expect(saved).toEqual(['1', '2', '4']);
  expect(queue.refused.map(({ mark: { student_id } }) => student_id)).toEqual(['gone']);
});

it('tells of every mark that a frozen class refuses', () => {
  const frozen = { code: 'attendance.frozen', detail: 'Since Monday', current: [] };
  const refused = noteRefused(add(emptyQueue, 'a', mark('x'), mark('y')), 'a', frozen, newKey);
  expect(refused.posts).toEqual([]);
  expect(refused.refused.map(({ code, detail }) => [code, detail])).toEqual([
    ['attendance.frozen', 'Since Monday'],
    ['attendance.frozen', 'Since Monday'],
  ]);
});
