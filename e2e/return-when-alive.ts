import type { Page } from '@playwright/test';

/**
 * Makes `goto` and `reload` of a page return when what is pressed on it is heard, and not already when it is drawn: a
 * press in between is lost, as it would be a person's, only that no person is as quick.
 */
export function returnWhenAlive(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...args) => {
    const answer = await goto(...args);
    await untilAlive(page);
    return answer;
  };
  page.reload = async (...args) => {
    const answer = await reload(...args);
    await untilAlive(page);
    return answer;
  };
}

/** For a page that is loaded by itself or by a press. */
export async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(isAlive);
}

/** Runs in the page: it has come alive, or nothing on it ever will, as in an answer of the API. */
function isAlive(): boolean {
  const isDrawnByApp = document.querySelector('script[src*="/_next/"]') !== null;
  return !isDrawnByApp || document.documentElement.dataset.alive !== undefined;
}
