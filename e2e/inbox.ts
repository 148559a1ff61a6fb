import { expect, type Locator, type Page } from '@playwright/test';

export async function openInbox(page: Page, at = '/inbox'): Promise<void> {
  await page.goto(at);
  await expect(list(page)).toBeVisible();
}

export function list(page: Page): Locator {
  return page.getByRole('main').getByRole('list', { name: 'Notifications' });
}

export function tab(page: Page, name: string): Locator {
  return page.getByRole('group', { name: 'Show' }).getByText(name, { exact: true });
}

/** The notification that is open beside the list, or over it. */
export function opened(page: Page): Locator {
  return page.getByRole('region', { name: 'Opened notification' });
}

/** The requests of lists, whatever they ask for. */
export const listRequests = /\/api\/notifications(?:\?|$)/;

/** Only the rows about the screen are in the page, so one has to go there to find one. */
export async function scrollTo(page: Page, row: Locator): Promise<void> {
  await expect(async () => {
    if ((await row.count()) === 0)
      await page.evaluate(() => window.scrollBy({ top: 400, behavior: 'instant' }));
    await row.scrollIntoViewIfNeeded({ timeout: 1_000 });
    await expect(row).toBeInViewport({ timeout: 1_000 });
  }).toPass();
}

/** Where it is on the screen, once it stays there. */
export async function placeOf(row: Locator): Promise<number> {
  let last = Number.NaN;
  await expect
    .poll(async () => {
      const before = last;
      last = (await row.boundingBox())?.y ?? Number.NaN;
      return last === before;
    })
    .toBe(true);
  return last;
}
