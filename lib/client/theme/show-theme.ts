export type Theme = 'light' | 'dark' | 'system';

/** Where the choice is kept; on this device, for all its tabs. */
export const themeKey = 'theme';
/** Told on the window when the choice changes in this tab; the storage tells the other ones. */
export const themeChanged = 'nimbusu:theme';

/**
 * Puts the theme on the root element, and again whenever the choice or the system's wish changes. It is written into the
 * page as a script, so that it has happened before the first paint: what it uses has to be inside of it.
 */
export function showTheme(key: string, changed: string): void {
  const wish = matchMedia('(prefers-color-scheme: dark)');
  const show = (event?: Event) => {
    let theme: unknown = event instanceof CustomEvent ? event.detail : null;
    try {
      theme ??= localStorage.getItem(key);
    } catch {
      // No storage (private mode): as the system wishes.
    }
    const isDark = theme === 'dark' || (theme !== 'light' && wish.matches);
    document.documentElement.classList.toggle('dark', isDark);
    document.documentElement.classList.toggle('light', !isDark);
  };
  show();
  wish.addEventListener('change', () => show());
  window.addEventListener('storage', () => show());
  window.addEventListener(changed, show);
}

export const themeScript = `(${showTheme})(${JSON.stringify(themeKey)},${JSON.stringify(themeChanged)})`;
