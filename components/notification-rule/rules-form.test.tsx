import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { press, showPart } from '@/components/ui/testing/show-part';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import type { NotificationRules } from '@/lib/contracts/http/notification-preference';
import { Rules } from './rules-page';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const rules: NotificationRules = {
  rules: [{ category: 'security', channels: ['email', 'in_app'] }],
  changed: { at: '2031-03-10T10:00:00Z', by: { id: 'a', name: 'Ada' } },
  version: 3,
};

/** The page over a server that gives `shown` and answers what is saved by `answer`. */
async function open(shown: NotificationRules, answer: (ifMatch: string | null) => Response) {
  const sent: { ifMatch: string | null; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    if (init.method !== 'PUT') return Response.json(shown);
    const ifMatch = new Headers(init.headers).get('if-match');
    sent.push({ ifMatch, body: JSON.parse(String(init.body)) });
    return answer(ifMatch);
  });
  await showPart(<Rules />);
  await screen.findByRole('form');
  return sent;
}
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const toggle = (name: string) => fireEvent.click(box(name));
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });

it('what is mandatory is ticked, and who changed it last is said', async () => {
  await open(rules, () => problemAnswer(500, 'x'));
  const ticked = screen
    .getAllByRole<HTMLInputElement>('checkbox')
    .filter(({ checked }) => checked)
    .map((each) => each.getAttribute('aria-label'));
  expect(ticked).toEqual(['Security, Browser', 'Security, E-mail']);
  expect(screen.getByText(/^Last changed/).textContent).toContain('by Ada');
});

it('only what differs can be saved, and it is sent whole over the version that was seen', async () => {
  const saved = { ...rules, rules: [{ category: 'timetable', channels: ['push'] }], version: 4 };
  const sent = await open(rules, () => Response.json(saved));
  expect(save().disabled).toBe(true);
  toggle('Timetable, Push');
  toggle('Timetable, Push');
  expect(save().disabled).toBe(true);
  toggle('Timetable, Push');
  toggle('Security, Browser');
  toggle('Security, E-mail');
  await press('Save');
  await waitFor(() => expect(save().disabled).toBe(true));
  expect(sent).toEqual([
    { ifMatch: '"v3"', body: { rules: [{ category: 'timetable', channels: ['push'] }] } },
  ]);
  expect([box('Timetable, Push').checked, box('Security, E-mail').checked]).toEqual([true, false]);
});

it('whoever is late sees the other rules, and saves the own ones over them', async () => {
  const theirs = { ...rules, rules: [{ category: 'course', channels: ['sms'] }], version: 4 };
  const sent = await open(rules, (ifMatch) =>
    ifMatch === '"v3"'
      ? problemAnswer(412, 'precondition.failed', { current: theirs })
      : Response.json({ ...rules, rules: [], version: 5 }),
  );
  toggle('Security, Browser');
  await press('Save');
  const note = await screen.findByRole('alert');
  expect(note.textContent).toContain('Courses: Text message');
  fireEvent.click(within(note).getByRole('button', { name: 'Save mine' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual({
    ifMatch: '"v4"',
    body: { rules: [{ category: 'security', channels: ['email'] }] },
  });
});

it('where it was refused, what was ticked stays, and can be taken back', async () => {
  await open(rules, () => problemAnswer(503, 'service.unavailable'));
  toggle('Messages, Push');
  await press('Save');
  await screen.findByRole('alert');
  expect(box('Messages, Push').checked).toBe(true);
  await press('Take back');
  await waitFor(() => expect(box('Messages, Push').checked).toBe(false));
});
