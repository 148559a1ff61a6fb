import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SearchField } from './search-field';

const onSearch = vi.fn<(words: string) => void>();
const field = (value: string) => <SearchField label="Find" value={value} onSearch={onSearch} />;
const box = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Find' });
const type = (words: string) => fireEvent.change(box(), { target: { value: words } });
const pause = () => act(() => vi.advanceTimersByTime(1_000));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  onSearch.mockReset();
  vi.useRealTimers();
});

it('searches once the typing pauses, and once', () => {
  render(field(''));
  for (const words of ['e', 'ex', 'exam']) {
    type(words);
    act(() => vi.advanceTimersByTime(100));
  }
  expect(onSearch).not.toHaveBeenCalled();
  pause();
  expect(onSearch.mock.calls).toEqual([['exam']]);
});

it('takes nothing back that is typed when its own words return', () => {
  const { rerender } = render(field(''));
  type('exam ');
  pause();
  rerender(field('exam'));
  expect(box().value).toBe('exam ');
  type('exam hall');
  pause();
  expect(onSearch.mock.calls).toEqual([['exam'], ['exam hall']]);
});

it('shows what the address says when somebody goes back', () => {
  const { rerender } = render(field('exam'));
  rerender(field(''));
  expect(box().value).toBe('');
  pause();
  expect(onSearch).not.toHaveBeenCalled();
});
