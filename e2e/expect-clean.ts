import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds on the page as it is now, in light and in dark: nothing. */
export async function expectClean(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toContainClass(colorScheme);
    // What still fades in has the contrast of neither before nor after.
    await expect.poll(() => page.evaluate(countMoving)).toBe(0);
    const { violations } = await new AxeBuilder({ page })
      .options({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
        rules: { 'target-size': { enabled: true } },
      })
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${what} in ${colorScheme}: ${id} at ${nodes[0]?.target}`),
    ).toEqual([]);
  }
}

/** Runs in the page: animations and transitions under way that will come to an end. */
function countMoving(): number {
  return document
    .getAnimations()
    .filter(
      ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
    ).length;
}
