import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { InvalidEnvironment, readEnv } from '@/lib/infra/env/read-env';
import { freePort } from '@/lib/infra/testing/free-port';
import { buildProduct } from './build-product';
import { checkPort } from './check-port';
import { type RunningChild, startChild } from './child-process';
import { generatePrisma } from './generate-prisma';
import { printBanner } from './print-banner';
import { createSteps } from './progress-steps';
import { StartFailure } from './start-failure';
import { takeLock } from './take-lock';
import { untilAnswers } from './until-answers';

const DATA = path.resolve(process.env.NIMBUSU_DATA || '.data');
const dev = process.argv.includes('--dev');
const children: RunningChild[] = [];
let releaseLock: () => void = () => undefined;
let stopping = false;

/** Web and BFF first, the database last. */
async function stopAll(): Promise<void> {
  stopping = true;
  const [database, ...servers] = [...children].sort(
    (a, b) => Number(b === postgres) - Number(a === postgres),
  );
  await Promise.all(servers.map((child) => child.stop()));
  await database?.stop();
  releaseLock();
}
let postgres: RunningChild | undefined;

async function start(): Promise<void> {
  releaseLock = takeLock(DATA);
  const given = existsSync('.env')
    ? { ...parseEnv(readFileSync('.env', 'utf8')), ...process.env }
    : { ...process.env };
  const embedded = !given.DATABASE_URL?.trim();
  const databasePort = embedded ? await freePort() : 0;
  const env: NodeJS.ProcessEnv = {
    ...given,
    NODE_ENV: dev ? 'development' : 'production',
    DATABASE_URL: embedded
      ? `postgresql://nimbusu:nimbusu@127.0.0.1:${databasePort}/nimbusu`
      : given.DATABASE_URL,
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET?.trim() || keptSecret(),
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const settings = readEnv(env);
  env.NEXTAUTH_URL = settings.NEXTAUTH_URL;
  env.BFF_PORT = String(settings.BFF_PORT);
  await checkPort('PORT', settings.WEB_HOST, settings.PORT);
  await checkPort('BFF_PORT', settings.BFF_HOST, settings.BFF_PORT);

  const print = (line: string) => console.log(line);
  const step = createSteps(5, print);
  await step('client', async () => (generatePrisma() ? 'generated' : 'up to date'));
  const building = dev ? Promise.resolve(false) : buildProduct(env, `127.0.0.1:${settings.BFF_PORT}`);
  building.catch(() => undefined); // awaited below; a failure must not be "unhandled" until then
  await step('database', async () => {
    if (!embedded) return 'DATABASE_URL';
    postgres = await startPostgres(databasePort, print);
    return `embedded, in ${path.relative('.', DATA)}/postgres`;
  });
  // Imported only now: it needs the generated client.
  const { migrate, seed } = await import('./prepare-database');
  await step('migrate', async () => {
    const applied = await migrate(settings.DATABASE_URL);
    return applied.length > 0 ? `applied ${applied.join(', ')}` : 'up to date';
  });
  await step('seed', () => seed(settings.DATABASE_URL, settings.SEED_DEMO));
  await step('build', async () =>
    (await building) ? 'built' : dev ? 'not needed in development' : 'up to date',
  );

  const next = ['node_modules/next/dist/bin/next', dev ? 'dev' : 'start'];
  const web = run('web', [...next, '-p', String(settings.PORT), '-H', settings.WEB_HOST]);
  const bff = run('bff', dev ? ['--import', 'tsx', '--watch', 'server/main.ts'] : ['dist/bff.mjs']);
  const shown = settings.WEB_HOST === '0.0.0.0' ? '127.0.0.1' : settings.WEB_HOST;
  await Promise.race([
    Promise.all([
      untilAnswers(`http://${shown}:${settings.PORT}/api/health`),
      untilAnswers(`http://127.0.0.1:${settings.BFF_PORT}/health/ready`),
    ]),
    Promise.race([web.ended, bff.ended]).then((how) => {
      if (!stopping)
        throw new StartFailure(`A server ended before it answered (${how}); its last lines are above.`);
    }),
  ]);
  if (!stopping) printBanner({ url: `http://${shown}:${settings.PORT}`, settings, print });
  const how = await Promise.race([
    web.ended.then((code) => `web ended (${code})`),
    bff.ended.then((code) => `bff ended (${code})`),
  ]);
  if (!stopping) throw new StartFailure(`${how}: stopping the rest.`);

  function run(name: string, args: readonly string[]): RunningChild {
    const child = startChild({ name, args, env, print });
    children.push(child);
    return child;
  }
}

async function startPostgres(port: number, print: (line: string) => void): Promise<RunningChild> {
  let announce: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const child = startChild({
    name: 'database',
    args: [
      '--import',
      'tsx',
      'scripts/database/serve-postgres.ts',
      path.join(DATA, 'postgres'),
      String(port),
      'durable',
    ],
    env: process.env,
    print: (line) => (line.endsWith('| ready') ? announce() : print(line)),
  });
  children.push(child);
  const early = child.ended.then(() => {
    throw new StartFailure('The embedded PostgreSQL did not start; its words are above.');
  });
  early.catch(() => undefined); // it also ends at a normal stop, when nobody waits for it any more
  await Promise.race([ready, early]);
  return child;
}

/** Made once and kept, so that a restart does not sign everybody out. */
function keptSecret(): string {
  const file = path.join(DATA, 'secret');
  mkdirSync(DATA, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    console.log('stopping ...');
    void stopAll().then(() => process.exit(0));
  });
}

try {
  await start();
} catch (error) {
  if (!stopping) {
    const expected = error instanceof StartFailure || error instanceof InvalidEnvironment;
    console.error(expected ? error.message : error);
    await stopAll();
    process.exit(1);
  }
}
