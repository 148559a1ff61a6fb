import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { press, showPart, type } from '@/components/ui/testing/show-part';
import { invalidAnswer } from '@/lib/client/http/testing/problem-answer';
import type { PersonView } from '@/lib/contracts/http/person';
import { ChangeDialog } from './change-dialog';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const person: PersonView = {
  id: 'p1',
  name: 'Fay Day',
  email: 'fay@test.example',
  role: 'faculty',
  department: null,
  register_no: null,
  status: 'active',
  status_reason: '',
  suspended_until: null,
  created_at: '2026-01-01T00:00:00Z',
  advisor: null,
  guardian_email: '',
  phone: '+436641234567',
  version: 3,
};

it('sends the number that was typed with the version on the screen; what is no number is said at its field', async () => {
  const sent: { path: string; ifMatch: string | null; body: unknown }[] = [];
  let answer: () => Response = () => invalidAnswer('phone', 'custom');
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (init.method === 'GET') return Response.json({ items: [], next_cursor: null });
    const ifMatch = new Headers(init.headers).get('if-match');
    sent.push({ path, ifMatch, body: JSON.parse(String(init.body)) });
    return answer();
  });
  const onClose = vi.fn();
  await showPart(<ChangeDialog kind="edit" person={person} onClose={onClose} />);
  expect((await screen.findByLabelText<HTMLInputElement>(/^Phone/)).value).toBe(person.phone);
  await type(/^Phone/, '0664 1234567');
  await press('Save');
  expect(await screen.findByText('Give the number with + and the code of the country')).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  answer = () => Response.json({ ...person, phone: '+43664', version: 4 });
  await type(/^Phone/, '+43 664 7654321');
  await press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(sent[1]).toMatchObject({
    path: '/api/people/p1',
    ifMatch: '"v3"',
    body: { name: 'Fay Day', phone: '+43 664 7654321' },
  });
});
