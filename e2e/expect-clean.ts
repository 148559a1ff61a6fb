import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on the page as it is now: nothing, in both themes. What is on it is the same in the dark, so only its
 * colours are looked at again there.
 */
export async function expectClean(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toContainClass(colorScheme);
    // What still fades in has the contrast of neither before nor after.
    await expect.poll(() => page.evaluate(countMoving)).toBe(0);
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'dark'
      ? axe.withRules(['color-contrast', 'link-in-text-block'])
      : axe.options({ runOnly: rules, rules: { 'target-size': { enabled: true } } })
    ).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${what} in ${colorScheme}: ${id} at ${nodes[0]?.target}`,
    );
    expect(found).toEqual([]);
  }
}

const sizes = { 'a phone': { width: 390, height: 844 }, 'a desk': { width: 1440, height: 900 } } as const;

export async function expectCleanInAllSizes(page: Page, what: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await expectClean(page, `${what} on ${size}`);
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
