import { expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { createForm } from './create-form';
import { judgeBySchema } from './judge-by-schema';

const schema = z.object({
  title: z.string().check(z.trim(), z.minLength(1, 'no title'), z.maxLength(5, 'too long')),
  place: z.string().check(z.minLength(1, 'no place')),
});
type Values = z.output<typeof schema>;

const empty: Values = { title: '', place: '' };
const open = () => createForm(empty, (values) => judgeBySchema<Values>(schema, values));

it('complains of nothing before the first try, then of each field that is wrong', () => {
  const form = open();
  const send = vi.fn();
  form.change({ title: 'far too long' });
  expect([...form.get().errors]).toEqual([]);
  form.submit(send);
  expect(Object.fromEntries(form.get().errors)).toEqual({ title: 'too long', place: 'no place' });
  expect(send).not.toHaveBeenCalled();
});

it('after a try looks again at the field that is changed, and at no other', () => {
  const form = open();
  form.submit(vi.fn());
  form.complain(new Map([['root', 'not saved']]));
  form.change({ title: 'ok' });
  expect(Object.fromEntries(form.get().errors)).toEqual({ place: 'no place', root: 'not saved' });
  form.change({ title: '' });
  expect(form.get().errors.get('title')).toBe('no title');
});

it('sends what the schema made of the values, once for each try, and forgets what was wrong', () => {
  const form = open();
  const send = vi.fn();
  form.submit(send);
  form.change({ title: '  Lab ', place: 'C-204' });
  form.complain(new Map([['title', 'taken']]));
  form.submit(send);
  expect(send.mock.calls).toEqual([[{ title: 'Lab', place: 'C-204' }]]);
  expect(form.get()).toEqual({
    values: { title: '  Lab ', place: 'C-204' },
    errors: new Map(),
    tries: 3,
  });
});

it('other values begin anew', () => {
  const form = open();
  const seen = vi.fn();
  form.submit(vi.fn());
  form.subscribe(seen);
  form.reset({ title: 'Lab', place: 'C-204' });
  expect(form.get()).toEqual({ values: { title: 'Lab', place: 'C-204' }, errors: new Map(), tries: 0 });
  expect(seen).toHaveBeenCalledTimes(1);
});
