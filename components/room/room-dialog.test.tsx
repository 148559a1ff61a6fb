import { cleanup, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { press, showPart, type } from '@/components/ui/testing/show-part';
import { invalidAnswer, problemAnswer } from '@/lib/client/http/testing/problem-answer';
import type { RoomView } from '@/lib/contracts/http/timetable';
import { DeleteRoomDialog } from './delete-room-dialog';
import { HolidayForm } from './holiday-form';
import { RoomDialog } from './room-dialog';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const room: RoomView = {
  id: 'r',
  code: 'A1',
  name: 'Aula',
  building: 'North',
  capacity: 60,
  features: ['lab', 'projector'],
  version: 1,
};

async function open(shown: ReactNode, answer: (ifMatch: string | null) => Response) {
  const sent: { method: string | undefined; ifMatch: string | null; key: string | null; body: unknown }[] =
    [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    const ifMatch = headers.get('if-match');
    const body: unknown = init.body ? JSON.parse(String(init.body)) : undefined;
    sent.push({ method: init.method, ifMatch, key: headers.get('idempotency-key'), body });
    return answer(ifMatch);
  });
  await showPart(shown);
  return sent;
}
const waitForWrong = (label: RegExp | string) =>
  waitFor(() => expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true'));

it('a room is sent as it was typed, under another key once it has been changed', async () => {
  const onClose = vi.fn();
  const answers = [problemAnswer(409, 'room.code_taken'), Response.json(room, { status: 201 })];
  const sent = await open(
    <RoomDialog room={null} onClose={onClose} />,
    () => answers.shift() ?? problemAnswer(500, 'x'),
  );
  await type('Code', 'A0');
  await type('Seats', '60');
  await type(/^Features/, ' lab,, projector ');
  await press('Save');
  await waitForWrong('Code');
  await type('Code', 'A1');
  await press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  const body = { name: '', building: '', capacity: 60, features: ['lab', 'projector'] };
  expect(sent.map((each) => each.body)).toEqual([
    { code: 'A0', ...body },
    { code: 'A1', ...body },
  ]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

it.each([
  ['capacity', 'Seats'],
  ['features.1', /^Features/],
])('what is refused of %s stands at its field', async (field, label) => {
  const onClose = vi.fn();
  await open(<RoomDialog room={room} onClose={onClose} />, () => invalidAnswer(field, 'too_small'));
  await press('Save');
  await waitForWrong(label);
  expect(onClose).not.toHaveBeenCalled();
});

it('whoever is late sees what was saved meanwhile, and decides', async () => {
  const onClose = vi.fn();
  const theirs = { ...room, capacity: 80, version: 2 };
  const sent = await open(<RoomDialog room={room} onClose={onClose} />, (ifMatch) =>
    ifMatch === '"v1"'
      ? problemAnswer(412, 'precondition.failed', { current: theirs })
      : Response.json({ ...room, version: 3 }),
  );
  await type(/^Name/, 'Hall');
  await press('Save');
  expect((await screen.findByRole('alert')).textContent).toContain('A1 · Aula · North · 80 seats');
  await press('Keep mine');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent.map(({ ifMatch }) => ifMatch)).toEqual(['"v1"', '"v2"']);
  expect(sent[1]?.body).toMatchObject({ name: 'Hall', capacity: 60 });
});

it('a room in use stays, and how many classes use it is said', async () => {
  const onClose = vi.fn();
  const sent = await open(<DeleteRoomDialog room={room} onClose={onClose} />, () =>
    problemAnswer(409, 'room.in_use', { current: { class_count: 3 } }),
  );
  await press('Delete');
  expect((await screen.findByRole('alert')).textContent).toContain('3 classes are planned in this room');
  expect(sent).toMatchObject([{ method: 'DELETE', ifMatch: '"v1"' }]);
  expect(onClose).not.toHaveBeenCalled();
});

it('a holiday outside the term is refused at its day; one that is taken empties the form', async () => {
  const term = {
    id: 't',
    code: 'S31',
    name: 'Spring',
    academic_year: 2031,
    starts_on: '2031-03-03',
    ends_on: '2031-06-29',
    enrollment_opens_at: null,
    enrollment_closes_at: null,
    drop_closes_at: null,
    is_current: true,
    course_count: 0,
    version: 1,
  };
  const made = { id: 'h', term_id: 't', day: '2031-03-10', name: 'Founding day', cancelled_count: 2 };
  const answers = [invalidAnswer('day', 'outside_term'), Response.json(made, { status: 201 })];
  const sent = await open(<HolidayForm term={term} />, () => answers.shift() ?? problemAnswer(500, 'x'));
  await type('Day', '2032-03-10');
  await type('Name', 'Founding day');
  await press('Add holiday');
  await waitForWrong('Day');
  expect(screen.getByText('This day is not in the term.')).toBeTruthy();
  await type('Day', '2031-03-10');
  await press('Add holiday');
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveProperty('value', ''));
  expect(sent[1]?.body).toEqual({ term_id: 't', day: '2031-03-10', name: 'Founding day' });
});
