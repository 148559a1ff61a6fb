import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyAnnouncement } from '@/lib/client/announcement/announcement-form';
import { createForm } from '@/lib/client/form/create-form';
import { createFormat } from '@/lib/client/text/create-format';
import { messages } from '@/lib/client/text/en/messages';
import { TextContext } from '@/lib/client/text/text-context';
import { MomentField } from './moment-field';
import { WritingFormContext } from './writing-form';

afterEach(cleanup);

const begin = () =>
  createForm(
    emptyAnnouncement({ role: 'admin', department: null, may_announce_to_department: true }),
    (valid) => ({ valid }),
  );
let form = begin();
beforeEach(() => {
  form = begin();
});
const value = () => form.get().values.scheduled;

/** The field of somebody in Berlin, with what is typed into it. */
async function typed(local: string): Promise<HTMLElement> {
  const spoken = { messages, format: createFormat('en', 'Europe/Berlin', '') };
  // The page's words are a chunk of their own: it is there when this is over.
  await act(async () => {
    render(
      <TextContext value={spoken}>
        <WritingFormContext value={form}>
          <MomentField name="scheduled" label="Publish at" />
        </WritingFormContext>
      </TextContext>,
    );
  });
  const field = await screen.findByLabelText('Publish at');
  fireEvent.change(field, { target: { value: local } });
  return field;
}

it('says the moment in the writer’s own zone', async () => {
  await typed('2999-01-01T10:00');
  expect(await screen.findByText(/1 Jan 2999, 10:00 \(Europe\/Berlin\)/)).toBeTruthy();
  expect(screen.queryAllByRole('radio')).toEqual([]);
});

it('offers the time next to one that the clock leaves out', async () => {
  const field = await typed('2027-03-28T02:30');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(
    await screen.findByText(/^The clock is put forward over this time\. Next to it is 28 Mar 2027, 03:30/),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Use that' }));
  expect(value()).toBe('2027-03-28T03:30');
  expect(field.getAttribute('aria-invalid')).toBeNull();
});

it('asks which of two, where the clock shows a time twice', async () => {
  await typed('2027-10-31T02:30');
  expect(await screen.findByRole('radio', { name: '02:30, UTC+02:00' })).toHaveProperty('checked', true);
  fireEvent.click(screen.getByRole('radio', { name: '02:30, UTC+01:00' }));
  expect(value()).toBe('2027-10-31T02:30+01:00');
  expect(screen.getByRole('radio', { name: '02:30, UTC+01:00' })).toHaveProperty('checked', true);
});
