import { test } from './portal-test';

test('shots', async ({ portal }) => {
  test.slow();
  for (const [who, paths] of [
    ['student', ['/attendance']],
    ['admin', ['/admin/attendance/numbers']],
    ['faculty', ['/attendance']],
  ] as const) {
    for (const [size, width, height] of [['phone', 390, 844], ['wide', 1440, 900]] as const)
      for (const scheme of ['light', 'dark'] as const) {
        const page = await portal.visit(who, { viewport: { width, height }, colorScheme: scheme });
        for (const path of paths) {
          await page.goto(path);
          await page.waitForTimeout(1500);
          await page.screenshot({ path: `/tmp/shots/${who}-${size}-${scheme}${path.replaceAll('/', '_')}.png`, fullPage: true });
          if (who !== 'admin' && size === 'wide' && scheme === 'light') console.log(who, await page.locator('main').innerText());
        }
        if (who === 'student') {
          await page.locator('main li h2 a').first().click();
          await page.waitForTimeout(2500);
          await page.screenshot({ path: `/tmp/shots/student-course-${size}-${scheme}.png`, fullPage: true });
        }
        if (who === 'admin') {
          await page.locator('main table a').first().click();
          await page.waitForTimeout(2500);
          await page.screenshot({ path: `/tmp/shots/admin-course-${size}-${scheme}.png`, fullPage: true });
        }
        await page.context().close();
      }
  }
});
