import { expect, it } from 'vitest';
import { changedFields } from './changed-fields';

const words = { nothing: 'nothing', yes: 'yes', no: 'no' };
const of = (before: Record<string, unknown> | null, after: Record<string, unknown> | null, names = {}) =>
  changedFields({ before, after, names }, words);

it('leaves out what is empty or the same on both sides, and what says nothing of the thing', () => {
  expect(
    of({ department: null, name: 'A', version: 1, note: '' }, { department: '', name: 'A', version: 2 }),
  ).toEqual([]);
});

it('of what is new tells only what it has', () => {
  expect(of(null, { name: 'B12', seats: 40, department: null, features: [] })).toEqual([
    { name: 'name', from: null, to: 'B12' },
    { name: 'seats', from: null, to: '40' },
  ]);
  expect(of({ name: 'B12', note: null }, null)).toEqual([{ name: 'name', from: 'B12', to: null }]);
});

it('tells things by their names, and that there was nothing where there is something now', () => {
  const faculty = [
    { id: 'x', name: 'Ada' },
    { id: 'y', name: 'Bo' },
  ];
  expect(
    of({ faculty: [], room_id: 'r1', open: false }, { faculty, room_id: 'r2', open: true }, { r1: 'B12' }),
  ).toEqual([
    { name: 'faculty', from: 'nothing', to: 'Ada, Bo' },
    { name: 'room_id', from: 'B12', to: 'r2' },
    { name: 'open', from: 'no', to: 'yes' },
  ]);
});
