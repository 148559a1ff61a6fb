import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '@/lib/infra/testing/free-port';
import { productDatabaseUrl, productSecret } from './product-database';

const FUNCTIONS = '.next/server/functions-config-manifest.json';

export interface RunningWeb {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * The very web server under test, on the same database, with other settings; or as if `proxy.ts` had never been written:
 * from a copy of the build whose list of functions is without it.
 */
export async function startCopy(options: {
  name: string;
  bffPort: number;
  withoutProxy?: true;
  variables?: Readonly<Record<string, string>>;
}): Promise<RunningWeb> {
  // In the project, so that what is not bundled is found in its node_modules.
  const folder = path.resolve('.data/e2e', options.name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp('.next', path.join(folder, '.next'), {
    recursive: true,
    filter: (source) => !/\.next\/(?:cache|dev|trace)/.test(source),
  });
  await symlink(path.resolve('next.config.mjs'), path.join(folder, 'next.config.mjs'));
  if (options.withoutProxy) await leaveOutProxy(folder);

  const port = await freePort();
  const child = spawn(
    process.execPath,
    [path.resolve('node_modules/next/dist/bin/next'), 'start', '-p', `${port}`, '-H', '127.0.0.1'],
    {
      cwd: folder,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: `${port}`,
        BFF_PORT: `${options.bffPort}`,
        DATABASE_URL: productDatabaseUrl(),
        NEXTAUTH_SECRET: productSecret(),
        RATE_LIMIT_READS: '1000000',
        RATE_LIMIT_WRITES: '1000000',
        LOG_LEVEL: 'warn',
        ...options.variables,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([
    untilHealthy(port),
    ended.then(() => {
      throw new Error('the copy of the web server did not start');
    }),
  ]);
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function leaveOutProxy(folder: string): Promise<void> {
  const { functions, ...rest }: { functions: Record<string, unknown> } = JSON.parse(
    await readFile(FUNCTIONS, 'utf8'),
  );
  const { '/_middleware': proxy, ...others } = functions;
  if (!proxy) throw new Error('the build has no proxy to leave out');
  await writeFile(path.join(folder, FUNCTIONS), JSON.stringify({ ...rest, functions: others }));
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
