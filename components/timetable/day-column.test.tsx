import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { Meeting } from '@/lib/contracts/http/timetable';
import { DayColumn } from './day-column';

vi.mock('@/lib/client/realtime/realtime-provider', () => ({ useIsFresh: () => false }));
afterEach(cleanup);

const meeting: Meeting = {
  id: 'e/2026-11-24',
  entry_id: 'e',
  day: '2026-11-24',
  date: '2026-11-27',
  start_time: '10:00',
  end_time: '11:00',
  course: { id: 'c', code: 'CS204', name: 'Algorithms' },
  faculty: { id: 'f', name: 'Tara Teacher' },
  room: { id: 'r', code: 'B12' },
  entry_type: 'lecture',
  status: 'changed',
  planned: {
    date: '2026-11-24',
    start_time: '09:00',
    end_time: '10:00',
    room: { id: 'a', code: 'A1' },
    faculty: null,
  },
  message: 'Guest',
  change_id: 'x',
  may_change: true,
};

it('shows what is changed beside what was planned, where we are, and who may change it', async () => {
  const onChange = vi.fn();
  await act(async () => {
    render(
      <Suspense>
        <DayColumn
          day={{ date: '2026-11-27', holiday: null }}
          now="10:20"
          meetings={[meeting]}
          onChange={onChange}
        />
      </Suspense>,
      { wrapper: EnglishText },
    );
  });
  expect(await screen.findByText('Now 10:20')).toBeTruthy();
  expect(screen.getByText('Changed: Guest')).toBeTruthy();
  expect(screen.getByText(/^Planned: Tue.*24 Nov.*09:00, A1$/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Change: CS204/ }));
  expect(onChange).toHaveBeenCalledWith(meeting);
});
