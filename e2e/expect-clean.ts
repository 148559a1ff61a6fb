import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

type Theme = 'light' | 'dark';

/**
 * What axe finds on the page as it is now: nothing, in both themes. What is on it is the same in the dark, so only its
 * colours are looked at again there.
 */
export async function expectClean(
  page: Page,
  what: string,
  themes: readonly Theme[] = ['light', 'dark'],
  /** A selector of what is not looked at. */
  except?: string,
): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toContainClass(colorScheme);
    // What still fades in has the contrast of neither before nor after.
    await expect.poll(() => page.evaluate(countMoving)).toBe(0);
    // Without a blank page beside it for each look: there are no frames whose results would have to be put together.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (except) axe.exclude(except);
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

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

/** In both sizes, and at the desk in both themes: a size changes what is shown and where, but no colour. */
export async function expectCleanInAllSizes(page: Page, what: string, except?: string): Promise<void> {
  await page.setViewportSize(phone);
  await expectClean(page, `${what} on a phone`, ['light'], except);
  await page.setViewportSize(desk);
  await expectClean(page, `${what} at a desk`, ['light', 'dark'], except);
}

/** Runs in the page: animations and transitions under way that will come to an end. */
function countMoving(): number {
  return document
    .getAnimations()
    .filter(
      ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
    ).length;
}
