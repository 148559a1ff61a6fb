import { useSyncExternalStore } from 'react';
import { type Theme, themeChanged, themeKey } from './show-theme';

/** What was chosen in this tab: all there is where there is no storage. */
let chosen: Theme | null = null;

/** The theme that was chosen, and how to choose; the script in the page shows it. */
export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  return { theme: useSyncExternalStore(subscribe, readTheme, () => 'system'), setTheme };
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(themeKey);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch (error) {
    if (error instanceof DOMException) return chosen ?? 'system';
    throw error;
  }
}

function setTheme(theme: Theme): void {
  chosen = theme;
  try {
    localStorage.setItem(themeKey, theme);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  window.dispatchEvent(new CustomEvent(themeChanged, { detail: theme }));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(themeChanged, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(themeChanged, listener);
    window.removeEventListener('storage', listener);
  };
}
