import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { showPart, type } from '@/components/ui/testing/show-part';
import type { TemplateView } from '@/lib/contracts/http/notification-template';
import { type ChosenTemplate, TemplateChoice } from './template-choice';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const inLanguage = (locale: 'en' | 'de', title: string): TemplateView => ({
  id: `01890000-0000-7000-8000-0000000000${locale === 'en' ? '01' : '02'}`,
  key: 'book-due',
  locale,
  title,
  body: '',
  variables: ['book'],
  needed: ['book', 'day'],
  archived: false,
  updated_at: '2031-03-10T10:00:00Z',
  updated_by: null,
  version: 1,
});
const both = [inLanguage('en', '{{book}} is due'), inLanguage('de', '{{book}} ist fällig')];

let chosen: ChosenTemplate = { key: '', values: null };
function Chooser(props: { refused?: Record<string, string>; isTried?: boolean }) {
  const [value, setValue] = useState(chosen);
  chosen = value;
  const refused = new Map(Object.entries(props.refused ?? {}));
  return (
    <TemplateChoice chosen={value} refused={refused} isTried={props.isTried ?? false} onChange={setValue} />
  );
}
const open = (items: readonly TemplateView[], shown = <Chooser />) => {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!path.endsWith('/preview')) return Response.json({ items, next_cursor: null });
    const { title, values } = JSON.parse(String(init.body));
    const said = String(title).replaceAll('{{book}}', values.book);
    return Response.json({ title: said, message: '', needed: ['book', 'day'], faults: [] });
  });
  return showPart(shown);
};

it('a template is offered once, asks for the values of all its languages, and shows what each then says', async () => {
  chosen = { key: '', values: null };
  await open(both);
  await type('Template', 'book');
  const options = await screen.findAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual(['book-due{{book}} ist fällig']);
  fireEvent.pointerDown(options[0] ?? document.body);
  await screen.findByText('{{book}} is due');
  await waitFor(() => expect(chosen).toEqual({ key: 'book-due', values: { book: '', day: '' } }));
  await type('book', 'Dune');
  await type('day', 'Monday');
  await screen.findByText('Dune is due');
  await screen.findByText('Dune ist fällig');
  expect(chosen.values).toEqual({ book: 'Dune', day: 'Monday' });
});

it('what lacks or is refused stands at its value; what no field is there for is said all the same', async () => {
  chosen = { key: 'book-due', values: { book: 'Dune', day: '' } };
  const refused = { 'template_data.book': 'value', 'template_data.gone': 'unknown' };
  await open(both, <Chooser refused={refused} isTried />);
  for (const name of ['book', 'day'])
    expect((await screen.findByLabelText(name)).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Give it a value')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('The template has no such variable.');
});

it('a template that was put away meanwhile says so, and another can be chosen', async () => {
  chosen = { key: 'book-due', values: null };
  await open([]);
  expect((await screen.findByRole('alert')).textContent).toContain('not in use any more');
  fireEvent.click(screen.getByRole('button', { name: 'Choose another' }));
  expect(await screen.findByLabelText('Template')).toBeTruthy();
});
