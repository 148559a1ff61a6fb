import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import type { TestUser } from '@/tests/campus';
import type { World } from './world';

/** A Chromium of the benchmark's own. */
export async function openBrowser(world: World): Promise<Browser> {
  const executable = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium'].find((file) => existsSync(file));
  const browser = await chromium.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'],
  });
  world.after(() => browser.close());
  return browser;
}

/** A screen with nothing in its cache, signed in as `user`. */
export async function openScreen(
  browser: Browser,
  origin: string,
  user: TestUser | null,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name, value] = user?.cookie.split(/=(.*)/s) ?? [];
  if (name && value) await context.addCookies([{ name, value, url: origin }]);
  return context;
}

export interface Throttle {
  /** ms from request to answer, on top of what it takes. */
  readonly latency: number;
  /** Bytes a second. */
  readonly throughput: number;
  /** How many times slower the processor is. */
  readonly cpu: number;
}

/** As the measuring tools of browsers do it: through the debugging protocol. */
export async function throttle(page: Page, { latency, throughput, cpu }: Throttle): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}
