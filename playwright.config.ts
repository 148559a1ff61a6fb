import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium'].find((file) => existsSync(file));
const PORT = Number(process.env.E2E_PORT || 3310);
const BFF_PORT = PORT + 1;

/** The browser tests drive the real product, built and seeded, with data of its own. */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  fullyParallel: false,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    // What was on the page and what was asked, without the film: it costs every test, and tells nothing more.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // Nothing of the product may ask the outside; here it could not.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://127.0.0.1:${PORT}/api/health`,
    timeout: 300_000, // it builds first
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      PORT: String(PORT),
      BFF_PORT: String(BFF_PORT),
      NIMBUSU_DATA: '.data/e2e',
      LOG_LEVEL: 'warn',
      // The tests ask as a few users what thousands would.
      RATE_LIMIT_READS: '1000000',
      RATE_LIMIT_WRITES: '1000000',
    },
  },
});
