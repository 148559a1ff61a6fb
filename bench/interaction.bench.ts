import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { createAuthor } from '@/tests/announce';
import { createUser } from '@/tests/campus';
import type { Bench } from './bench';
import { openBrowser, openScreen, throttle } from './open-browser';
import { openPortal } from './portal';
import { quantile } from './rounds';
import { readInteractions, watchPaint } from './watch-paint';

const PER_SECOND = 20;
const SECONDS = 10;
const PRESSES = 40;
const MOST_MS = 150;
const LINE = { latency: 0, throughput: -1, cpu: 4 };

const bench: Bench = {
  about: `Interaction to next paint (INP) in the open inbox of a student while ${PER_SECOND} notifications a second arrive, the processor slowed 4 times: ${PRESSES} presses in turn (the account menu opened and closed, the next row by \`j\`), each measured by the browser from the press until the next frame is painted; of so few presses INP is the slowest one. Baseline: the same page and presses while nothing arrives.`,
  async run(world) {
    const { origin, database } = await openPortal(world);
    const admin = await createUser(database.sql, { role: 'admin' });
    const student = await createUser(database.sql, { role: 'student' });
    const author = await createAuthor(database, admin);
    const forStudent = { target_audience: 'users' as const, target_details: { user_ids: [student.id] } };
    const drafts: string[] = [];
    for (let i = 0; i < PER_SECOND * SECONDS + 20; i += 1)
      drafts.push((await author.draft({ title: `Notice ${i}`, ...forStudent })).id);
    for (const id of drafts.splice(0, 20)) await author.publish(id);

    const context = await openScreen(await openBrowser(world), origin, student);
    const measure = async (meanwhile: (page: Page) => Promise<void>) => {
      const page = await context.newPage();
      await watchPaint(page);
      await throttle(page, LINE);
      await page.goto(`${origin}/inbox`, { waitUntil: 'networkidle' });
      await page.getByRole('status', { name: 'Connection' }).filter({ hasText: 'Live' }).waitFor();
      await Promise.all([meanwhile(page), press(page)]);
      const slowest = quantile(await readInteractions(page), 1);
      await page.close();
      return slowest;
    };
    const baseline = await measure(async () => undefined);
    let arrived = 0;
    const ours = await measure(async (page) => {
      const badge = page.getByTestId('unread-badge');
      const began = performance.now();
      for (const [index, id] of drafts.entries()) {
        await pause(Math.max(0, began + (index * 1_000) / PER_SECOND - performance.now()));
        await author.publish(id);
      }
      arrived = drafts.length / ((performance.now() - began) / 1_000);
      await badge.filter({ hasText: '99+' }).waitFor();
    });
    return [
      {
        what: `INP with ${arrived.toFixed(0)} notifications a second`,
        ours: `${ours.toFixed(0)} ms`,
        baseline: `${baseline.toFixed(0)} ms`,
        ratio: ours / baseline,
        target: `at most ${MOST_MS} ms`,
        met: ours <= MOST_MS,
      },
    ];
  },
};
export default bench;

/** Spread over the time in which notifications arrive. */
async function press(page: Page): Promise<void> {
  for (let i = 0; i < PRESSES; i += 1) {
    if (i % 2 === 0) {
      await page.getByRole('button', { name: /^Account of/ }).click();
      await page.keyboard.press('Escape');
    } else await page.keyboard.press('j');
    await pause((SECONDS * 1_000) / PRESSES);
  }
}
