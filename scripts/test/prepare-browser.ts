import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { getuid } from 'node:process';
import { chromium } from '@playwright/test';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Finds or installs a Chromium and names it in `CHROMIUM_PATH`. Returns why there is none, or `null`. */
export function prepareBrowser(print: (line: string) => void): string | null {
  const found = findBrowser();
  if (found) {
    process.env.CHROMIUM_PATH = found;
    return null;
  }
  const debian = existsSync('/etc/debian_version') && getuid?.() === 0;
  print('browser: installing Chromium');
  const install = debian
    ? run('sh', ['-c', 'apt-get update -q && apt-get install -y -q --no-install-recommends chromium'])
    : run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const installed = findBrowser();
  if (installed) {
    process.env.CHROMIUM_PATH = installed;
    return null;
  }
  return `Chromium could not be installed: ${(install.stderr || install.stdout).trim().split('\n').at(-1) ?? ''}`;
}

function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return [...SYSTEM, chromium.executablePath()].find((file) => existsSync(file));
}

function run(command: string, args: readonly string[]) {
  return spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
