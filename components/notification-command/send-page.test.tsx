import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { press, showPart, type } from '@/components/ui/testing/show-part';
import { invalidAnswer } from '@/lib/client/http/testing/problem-answer';
import { MeProvider } from '@/lib/client/session/me-context';
import type { Me } from '@/lib/contracts/http/me';
import { SendPage } from './send-page';

const push = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const me: Me = {
  id: 'u1',
  name: 'Ada',
  email: 'ada@nimbusu.test',
  role: 'admin',
  department: null,
  session_expires_at: '2100-01-01T00:00:00.000Z',
  session_id: 's1',
  locale: null,
  time_zone: null,
  may_announce: true,
  may_announce_to_department: true,
};
const template = {
  id: '01890000-0000-7000-8000-000000000001',
  key: 'room-closed',
  locale: 'en',
  title: '{{room}} is closed',
  body: '',
  variables: ['room'],
  needed: ['room'],
  archived: false,
  updated_at: '2031-03-10T10:00:00Z',
  updated_by: null,
  version: 1,
};
const made = {
  id: 'c1',
  type: 'SEND_BULK',
  status: 'queued',
  reason: '',
  service: 'notification-service',
  requested_by: null,
  title: 'Hall 7 is closed',
  priority: 'normal',
  created_at: '2031-03-10T10:00:00Z',
  scheduled_at: null,
  ended_at: null,
  recipients: 0,
  channels: [],
};

let sent: { key: string | null; body: unknown }[];
let answers: Response[];

beforeEach(() => {
  sent = [];
  answers = [];
  push.mockClear();
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const body = init.body ? JSON.parse(String(init.body)) : {};
    if (path.startsWith('/api/notification-templates/preview'))
      return Response.json({ title: 'Hall 7 is closed', message: '', needed: ['room'], faults: [] });
    if (path.startsWith('/api/notification-templates'))
      return Response.json({ items: [template], next_cursor: null });
    if (path === '/api/notification-commands') {
      sent.push({ key: new Headers(init.headers).get('idempotency-key'), body });
      return answers.shift() ?? Response.json(made, { status: 201 });
    }
    return Response.json({ items: [], next_cursor: null, recipients: 1 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(): Promise<void> {
  await showPart(
    <MeProvider me={me}>
      <SendPage />
    </MeProvider>,
  );
  await choose('To', /^Everyone/);
}

/** Of a field that searches. */
async function choose(field: string, option: RegExp): Promise<void> {
  const box = await screen.findByRole('combobox', { name: new RegExp(`^${field}`) });
  fireEvent.click(box);
  fireEvent.change(box, { target: { value: 'o' } });
  fireEvent.pointerDown(await screen.findByRole('option', { name: option }));
}

it('what is said by a template goes out as its key and the values, without words of its own', async () => {
  await open();
  await type('Title', 'Begun by hand');
  fireEvent.click(screen.getByRole('radio', { name: 'From a template' }));
  await press('Send');
  expect(await screen.findByText('Choose a template')).toBeTruthy();
  await choose('Template', /^room-closed/);
  await screen.findByLabelText('room');
  await press('Send');
  expect(await screen.findByText('Give it a value')).toBeTruthy();
  expect(sent).toEqual([]);
  await type('room', 'Hall 7');
  const shown = screen.getByRole('region', { name: 'Template room-closed' });
  await within(shown).findByText('Hall 7 is closed');
  await press('Send');
  await waitFor(() => expect(push).toHaveBeenCalledWith('/admin/notifications'));
  expect(sent.map(({ body }) => body)).toMatchObject([
    { title: '', message: '', template_id: 'room-closed', template_data: { room: 'Hall 7' } },
  ]);
});

it('a value that is refused says so at its field; another value is another wish', async () => {
  answers = [invalidAnswer('template_data.room', 'value')];
  await open();
  fireEvent.click(screen.getByRole('radio', { name: 'From a template' }));
  await choose('Template', /^room-closed/);
  await type('room', 'x');
  await press('Send');
  await waitFor(() => expect(screen.getByLabelText('room').getAttribute('aria-invalid')).toBe('true'));
  await type('room', 'Hall 7');
  await press('Send');
  await waitFor(() => expect(push).toHaveBeenCalled());
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

it('what is written by hand names no template, also when one was looked at before', async () => {
  await open();
  fireEvent.click(screen.getByRole('radio', { name: 'From a template' }));
  await choose('Template', /^room-closed/);
  await screen.findByLabelText('room');
  fireEvent.click(screen.getByRole('radio', { name: 'Written here' }));
  await type('Title', 'By hand');
  await press('Send');
  await waitFor(() => expect(push).toHaveBeenCalled());
  expect(sent.map(({ body }) => body)).toMatchObject([
    { title: 'By hand', template_id: '', template_data: {} },
  ]);
});
