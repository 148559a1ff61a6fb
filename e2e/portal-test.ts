import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { returnWhenAlive } from './return-when-alive';
import { signIn, type Who } from './sign-in';
import { type Watched, watchPage } from './watch-page';

export interface Portal {
  /** A new browser context with one page; signed in when `who` is given. */
  visit: (who?: Who, options?: BrowserContextOptions) => Promise<Page>;
  /** One more page in the context of another: a second tab of the same session. */
  openTab: (beside: Page, path: string) => Promise<Page>;
  /** A console message that is meant to come (the browser itself logs refused requests). */
  allowConsole: (message: RegExp) => void;
  /** What is removed, the last made first, when all pages are closed: an open one might still ask for it. */
  atTheEnd: (work: () => Promise<void>) => void;
}

/**
 * Several people at several screens. Whatever a test does, at its end no page may have logged an error, met a push or an
 * answer it could not read, or asked another origin.
 */
export const test = base.extend<{ portal: Portal }>({
  portal: async ({ browser, baseURL }, use) => {
    const watched: Watched[] = [];
    const allowed: RegExp[] = [];
    const removals: (() => Promise<void>)[] = [];
    const origin = new URL(baseURL ?? '').origin;
    const open = async (page: Page) => {
      watched.push(await watchPage(page, origin));
      returnWhenAlive(page);
      return page;
    };
    await use({
      visit: async (who, options) => {
        // Where the network is cut or its answers are changed, a worker in between would answer instead.
        const context = await browser.newContext({ baseURL, serviceWorkers: 'block', ...options });
        const page = await open(await context.newPage());
        if (who) await signIn(page, who);
        return page;
      },
      openTab: async (beside, path) => {
        const page = await open(await beside.context().newPage());
        await page.goto(path);
        return page;
      },
      allowConsole: (message) => allowed.push(message),
      atTheEnd: (work) => removals.push(work),
    });
    const problems = watched
      .flatMap((each) => each.problems)
      .filter((problem) => !allowed.some((message) => message.test(problem)));
    for (const { page } of watched) if (!page.isClosed()) await page.context().close();
    for (const remove of removals.reverse()) await remove();
    expect(problems).toEqual([]);
  },
});

/** What the browser logs of a request that was on its way when its session was ended. */
export const afterTheEnd = /401 \(Unauthorized\)/;

export { expect };
