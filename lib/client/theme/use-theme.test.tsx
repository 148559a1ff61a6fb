import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { themeScript } from './show-theme';
import { useTheme } from './use-theme';

const root = document.documentElement;
let isWishedDark = false;
class Wish extends EventTarget {
  get matches() {
    return isWishedDark;
  }
}
const wish = new Wish();

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => wish);
  isWishedDark = false;
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** As the browser does with what is written into the page. */
const runScript = () => new Function(themeScript)();

it('is on the page as the script has run: what was chosen, else what the system wishes', () => {
  isWishedDark = true;
  runScript();
  expect(root.classList.contains('dark')).toBe(true);
  localStorage.setItem('theme', 'light');
  runScript();
  expect([...root.classList]).toEqual(['light']);
});

it('follows the choice, and the system where that is the choice', () => {
  runScript();
  const { result } = renderHook(useTheme);
  expect(result.current.theme).toBe('system');
  act(() => result.current.setTheme('dark'));
  expect(result.current.theme).toBe('dark');
  expect(root.classList.contains('dark')).toBe(true);
  expect(localStorage.getItem('theme')).toBe('dark');

  act(() => result.current.setTheme('system'));
  expect(root.classList.contains('dark')).toBe(false);
  isWishedDark = true;
  wish.dispatchEvent(new Event('change'));
  expect(root.classList.contains('dark')).toBe(true);
});
