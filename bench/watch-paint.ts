import type { Page } from '@playwright/test';

export interface Paint {
  /** Largest contentful paint, ms after the navigation began. */
  lcp: number;
  /** Cumulative layout shift. */
  cls: number;
  /** Total blocking time: what tasks of the main thread took beyond 50 ms each, from the first paint on. */
  tbt: number;
}

/** Watches what the browser itself says of its painting; to be called before the page is opened. */
export async function watchPaint(page: Page): Promise<void> {
  await page.addInitScript({ path: 'bench/watch-paint-in-page.mjs' });
}

/** What has been seen since the page was opened. */
export async function readPaint(page: Page): Promise<Paint> {
  const seen: unknown = await page.evaluate(() => Reflect.get(window, 'benchSeen'));
  if (typeof seen !== 'object' || seen === null) throw new Error('the page was not watched');
  const number = (name: string) => Number(Reflect.get(seen, name));
  return { lcp: number('lcp'), cls: number('cls'), tbt: number('tbt') };
}

/** How long each interaction took from the press to the next painted frame, in ms; those under 16 ms are not told. */
export async function readInteractions(page: Page): Promise<number[]> {
  const durations: unknown = await page.evaluate(() => {
    const seen: unknown = Reflect.get(window, 'benchSeen');
    const events: unknown = typeof seen === 'object' && seen !== null ? Reflect.get(seen, 'events') : null;
    return events instanceof Map ? [...events.values()] : null;
  });
  if (!Array.isArray(durations)) throw new Error('the page was not watched');
  return durations.map(Number);
}
