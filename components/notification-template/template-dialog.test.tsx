import { cleanup, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { press, showPart, type } from '@/components/ui/testing/show-part';
import { invalidAnswer, problemAnswer } from '@/lib/client/http/testing/problem-answer';
import type { TemplatePreview, TemplateView } from '@/lib/contracts/http/notification-template';
import { TemplateDialog } from './template-dialog';
import { TemplateItem } from './template-item';
import { TestDialog } from './test-dialog';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const template: TemplateView = {
  id: '01890000-0000-7000-8000-000000000001',
  key: 'book-due',
  locale: 'en',
  title: '{{book}} is due',
  body: '',
  variables: ['book'],
  needed: ['book'],
  archived: false,
  updated_at: '2031-03-10T10:00:00Z',
  updated_by: null,
  version: 1,
};

interface Sent {
  path: string;
  method: string | undefined;
  ifMatch: string | null;
  key: string | null;
  body: Record<string, unknown>;
}
/** The server's part of a preview, for texts with the variable `book` alone. */
const previewOf = ({ title, values }: Record<string, unknown>): TemplatePreview => {
  const given = Object.entries(values ?? {}).find(([name]) => name === 'book')?.[1];
  const faults = String(title).includes('<') ? [{ field: 'title', code: 'markup', message: 'x' }] : [];
  if (given === undefined) faults.push({ field: 'values.book', code: 'missing', message: 'x' });
  const isRight = faults.length === 0;
  const shown = String(title).replaceAll('{{book}}', String(given));
  return { title: isRight ? shown : null, message: isRight ? '' : null, needed: ['book'], faults };
};

async function open(shown: ReactNode, answer: (sent: Sent) => Response) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    const body = init.body ? JSON.parse(String(init.body)) : {};
    if (path.endsWith('/preview')) return Response.json(previewOf(body));
    const request = {
      path,
      method: init.method,
      ifMatch: headers.get('if-match'),
      key: headers.get('idempotency-key'),
      body,
    };
    sent.push(request);
    return answer(request);
  });
  await showPart(shown);
  return sent;
}
const waitForWrong = (label: RegExp | string) =>
  waitFor(() => expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true'));

it('beside the text stands what it says, with example values that can be typed over', async () => {
  await open(<TemplateDialog template={null} onClose={() => undefined} />, () => problemAnswer(500, 'x'));
  await type('Title', '{{book}} is due');
  await screen.findByText('[book] is due');
  await type('book', 'Dune');
  await screen.findByText('Dune is due');
});

it('what is wrong with the text stands at its field before anything is sent', async () => {
  const sent = await open(<TemplateDialog template={template} onClose={() => undefined} />, () =>
    problemAnswer(500, 'x'),
  );
  await type('Title', '<b>{{book}}</b>');
  await waitForWrong('Title');
  expect(screen.getByText('Markup and scripts are not allowed: this is plain text.')).toBeTruthy();
  expect(sent).toEqual([]);
});

it('a key that is taken says so at its field, and another is another request', async () => {
  const onClose = vi.fn();
  const taken = { errors: [{ field: 'key', code: 'taken', message: 'x' }] };
  const answers = [
    problemAnswer(409, 'notification.template_exists', taken),
    Response.json(template, { status: 201 }),
  ];
  const sent = await open(
    <TemplateDialog template={null} onClose={onClose} />,
    () => answers.shift() ?? problemAnswer(500, 'x'),
  );
  await type('Key', 'book');
  await type('Language', 'de');
  await type('Title', 'Fällig');
  await press('Save');
  await waitForWrong('Key');
  expect(screen.getAllByText(/^There is a template of this key/).length).toBeGreaterThan(0);
  await type('Key', 'book-due');
  await press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent.map(({ body }) => body)).toEqual(
    ['book', 'book-due'].map((key) => ({ key, locale: 'de', title: 'Fällig', body: '' })),
  );
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

it('whoever is late sees what was saved meanwhile, and decides', async () => {
  const onClose = vi.fn();
  const theirs = { ...template, title: 'Bring {{book}} back', version: 2 };
  const sent = await open(<TemplateDialog template={template} onClose={onClose} />, ({ ifMatch }) =>
    ifMatch === '"v1"'
      ? problemAnswer(412, 'precondition.failed', { current: theirs })
      : Response.json({ ...template, version: 3 }),
  );
  await type('Title', '{{book}} is late');
  await press('Save');
  expect((await screen.findByRole('alert')).textContent).toContain('Bring {{book}} back');
  await press('Keep mine');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent.map(({ ifMatch }) => ifMatch)).toEqual(['"v1"', '"v2"']);
  expect(sent[1]?.body).toEqual({ title: '{{book}} is late', body: '' });
});

it('a test goes out with the values and channels chosen; no way to the reader is said at the channels', async () => {
  const onClose = vi.fn();
  const answers = [invalidAnswer('channels', 'missing'), problemAnswer(503, 'service.unavailable')];
  const sent = await open(
    <TestDialog template={template} onClose={onClose} />,
    () => answers.shift() ?? problemAnswer(500, 'x'),
  );
  await screen.findByText('[book] is due');
  await type('book', 'Dune');
  await screen.findByText('Dune is due');
  screen.getByLabelText('Browser').click();
  screen.getByLabelText('Text message').click();
  await press('Send to me');
  await screen.findByText('Nothing leads to you by this channel alone.');
  screen.getByLabelText('E-mail').click();
  await press('Send to me');
  await screen.findByRole('alert');
  expect(sent.map(({ path, body }) => [path, body])).toEqual(
    [['sms'], ['email', 'sms']].map((channels) => [
      `/api/notification-templates/${template.id}/test-send`,
      { values: { book: 'Dune' }, channels },
    ]),
  );
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  expect(onClose).not.toHaveBeenCalled();
});

it('what is put away is so at once; from there it can be taken back and nothing else', async () => {
  const sent = await open(
    <ul>
      <TemplateItem template={template} onAsk={() => undefined} />
      <TemplateItem template={{ ...template, key: 'old', archived: true }} onAsk={() => undefined} />
    </ul>,
    () => Response.json(template),
  );
  await press('Put book-due (English) away');
  await press('Take old (English) back');
  await waitFor(() =>
    expect(sent.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual([
      'POST archive',
      'POST restore',
    ]),
  );
  expect(screen.queryByRole('button', { name: 'Edit old (English)' })).toBeNull();
});
