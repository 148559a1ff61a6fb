import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '@/lib/infra/testing/free-port';
import { productDatabaseUrl, productSecret } from './product-database';

/** In the project, so that what is not bundled is found in its node_modules. */
const FOLDER = path.resolve('.data/e2e/without-proxy');
const FUNCTIONS = '.next/server/functions-config-manifest.json';

export interface RunningWeb {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * The very web server under test, on the same database, as if `proxy.ts` had never been written: a copy of the build whose
 * list of functions is without it.
 */
export async function startWithoutProxy(bffPort: number): Promise<RunningWeb> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await cp('.next', path.join(FOLDER, '.next'), {
    recursive: true,
    filter: (source) => !/\.next\/(?:cache|dev|trace)/.test(source),
  });
  await symlink(path.resolve('next.config.mjs'), path.join(FOLDER, 'next.config.mjs'));
  const functions: { functions: Record<string, unknown> } = JSON.parse(await readFile(FUNCTIONS, 'utf8'));
  if (!functions.functions['/_middleware']) throw new Error('the build has no proxy to leave out');
  delete functions.functions['/_middleware'];
  await writeFile(path.join(FOLDER, FUNCTIONS), JSON.stringify(functions));

  const port = await freePort();
  const child = spawn(
    process.execPath,
    [path.resolve('node_modules/next/dist/bin/next'), 'start', '-p', `${port}`, '-H', '127.0.0.1'],
    {
      cwd: FOLDER,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: `${port}`,
        BFF_PORT: `${bffPort}`,
        DATABASE_URL: productDatabaseUrl(),
        NEXTAUTH_SECRET: productSecret(),
        RATE_LIMIT_READS: '1000000',
        RATE_LIMIT_WRITES: '1000000',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([
    untilHealthy(port),
    ended.then(() => {
      throw new Error('the web server without the proxy did not start');
    }),
  ]);
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(FOLDER, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(port: number): Promise<void> {
  for (;;) {
    const healthy = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      (answer) => answer.ok,
      () => false, // not listening yet
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
