import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@/lib/infra/testing/free-port';
import { untilAnswers } from '@/scripts/start/until-answers';
import type { Bench, Row } from './bench';
import { copyProject } from './project-copy';

const MOST_SECONDS = { first: 30, again: 5 };

const bench: Bench = {
  about: `Seconds from \`npm start\` in a fresh copy, its dependencies present, until the sign-in page answers and the BFF is ready: the first time (database made, migrated and seeded, everything built) and again. Baseline: bare Next.js with the same pages and without a database, \`next build\` and \`next start\`, then \`next start\` alone. Measured once each.`,
  async run(world) {
    const folder = await world.openFolder();
    copyProject(folder);
    const ports = { PORT: String(await freePort()), BFF_PORT: String(await freePort()) };
    const ours = { first: await startProduct(folder, ports), again: await startProduct(folder, ports) };
    rmSync(path.join(folder, '.next'), { recursive: true });
    const building = performance.now();
    execFileSync(process.execPath, nextArgs(folder, ['build']), { cwd: folder, env: bareEnv() });
    const built = (performance.now() - building) / 1_000;
    const bare = await startBare(folder);
    const row = (what: string, seconds: number, baseline: number, most: number): Row => ({
      what,
      ours: `${seconds.toFixed(1)} s`,
      baseline: `${baseline.toFixed(1)} s`,
      ratio: seconds / baseline,
      target: `at most ${most} s`,
      met: seconds <= most,
    });
    return [
      row('npm start, the first time', ours.first, built + bare, MOST_SECONDS.first),
      row('npm start, again', ours.again, bare, MOST_SECONDS.again),
    ];
  },
};
export default bench;

async function startProduct(folder: string, ports: { PORT: string; BFF_PORT: string }): Promise<number> {
  return untilServed(
    {
      folder,
      args: ['scripts/start.mjs'],
      env: { ...process.env, DATABASE_URL: '', KAFKA_BROKERS: '', ...ports },
    },
    `http://127.0.0.1:${ports.PORT}/login`,
    `http://127.0.0.1:${ports.BFF_PORT}/health/ready`,
  );
}

async function startBare(folder: string): Promise<number> {
  const port = await freePort();
  const args = [...nextArgs(folder, ['start']), '-p', String(port), '-H', '127.0.0.1'];
  return untilServed({ folder, args, env: bareEnv() }, `http://127.0.0.1:${port}/login`);
}

/** Starts it, waits until every address answers, and stops it again. Resolves with the seconds of the start. */
async function untilServed(
  run: { folder: string; args: readonly string[]; env: NodeJS.ProcessEnv },
  ...urls: readonly string[]
): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, run.args, { cwd: run.folder, env: run.env, stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000);
    });
  }
  const waiting = new AbortController();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    await Promise.race([
      Promise.all(urls.map((url) => untilAnswers(url, waiting.signal))),
      ended.then(() => Promise.reject(new Error(`it ended before it answered: ${output}`))),
    ]);
    return (performance.now() - started) / 1_000;
  } finally {
    waiting.abort();
    child.kill('SIGTERM');
    await ended;
  }
}

const nextArgs = (folder: string, args: readonly string[]) => [
  path.join(folder, 'node_modules/next/dist/bin/next'),
  ...args,
];

/** What the pages need to be built and the sign-in page to be drawn; nothing listens there. */
const bareEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URL: 'postgresql://127.0.0.1:1/nimbusu',
  NEXTAUTH_SECRET: 'a secret for a measurement, nothing more',
  NEXTAUTH_URL: 'http://127.0.0.1',
});
