/**
 * Starts the whole product and stays until it is stopped: database, migrations, demo university, build, web server, BFF.
 * `--dev` runs from the sources, with reloading. `NIMBUSU_DATA` names another folder than `.data`.
 */
import path from 'node:path';
import { type Env, InvalidEnvironment } from '@/lib/infra/env/read-env';
import { ExplainedFailure } from '../set-up/explained-failure';
import { generatePrisma } from '../set-up/generate-prisma';
import { buildProduct } from './build-product';
import { checkPort } from './check-port';
import { startChild } from './child-process';
import { keepRunning, type Running } from './keep-running';
import { checkDatabase, openEmbeddedDatabase } from './open-database';
import { createSteps } from './progress-steps';
import { readSettings } from './read-settings';
import { takeLock } from './take-lock';
import { untilAnswers } from './until-answers';
import { whenNpmIsGone } from './when-npm-is-gone';

const dev = process.argv.includes('--dev');
const dataFolder = path.resolve(process.env.NIMBUSU_DATA || '.data');
const print = (line: string) => console.log(line);

/** What was started, in its order; it is stopped in the reverse. */
const undo: (() => Promise<void> | void)[] = [];
const stopped = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));
whenNpmIsGone(() => void stopAll(1));
await start().catch(async (error: unknown) => {
  if (stopped.signal.aborted) return;
  const explained = error instanceof ExplainedFailure;
  if (error instanceof InvalidEnvironment) {
    console.error(`${error.message.replaceAll(/^/gm, 'Wrong setting ')}`);
  } else console.error(explained ? error.message : error);
  await stopAll(1);
});

async function start(): Promise<void> {
  undo.push(takeLock(dataFolder));
  const { settings, variables, embeddedDatabase } = readSettings({ dataFolder, dev });
  await checkPort('PORT', settings.WEB_HOST, settings.PORT);
  await checkPort('BFF_PORT', settings.BFF_HOST, settings.BFF_PORT);

  const step = createSteps(2, 6, print);
  const done = (changed: boolean) => (changed ? 'done' : 'up to date');
  await step('client', async () => generatePrisma(), done);
  const building = dev
    ? Promise.resolve(['nothing, development runs from the sources'])
    : buildProduct({
        variables,
        bffAddress: `${settings.BFF_CONNECT_HOST}:${settings.BFF_PORT}`,
        onChild: (child) => undo.push(() => child.stop()),
      });
  building.catch(() => undefined); // awaited below; until then a failure is not "unhandled"
  const database = embeddedDatabase ? embedded : named;
  const { url } = await step(
    'database',
    () => database(settings),
    ({ shown }) => shown,
  );
  variables.DATABASE_URL = url;
  // Loaded only now: it needs the generated client.
  const { migrate, seed } = await import('./prepare-database');
  await step('migrate', () => migrate(url), String);
  await step('seed', () => seed(url, settings.SEED_DEMO), String);
  await step(
    'build',
    () => building,
    (built) => (built.length > 0 ? built.join(', ') : 'up to date'),
  );
  await serve(settings, variables);
}

async function embedded(): Promise<{ url: string; shown: string }> {
  const { url, server, port } = await openEmbeddedDatabase(dataFolder);
  keep('database', server, async () => (await openEmbeddedDatabase(dataFolder, port)).server);
  return { url, shown: `our own PostgreSQL, data in ${path.relative('.', dataFolder)}/postgres` };
}

async function named({ DATABASE_URL: url }: Env): Promise<{ url: string; shown: string }> {
  await checkDatabase(url);
  return { url, shown: 'the one of DATABASE_URL' };
}

async function serve(settings: Env, variables: NodeJS.ProcessEnv): Promise<void> {
  const next = 'node_modules/next/dist/bin/next';
  const web = [next, dev ? 'dev' : 'start', '-p', String(settings.PORT), '-H', settings.WEB_HOST];
  const bff = dev
    ? ['--import', 'tsx', '--watch', 'server/main.ts']
    : ['--enable-source-maps', 'dist/bff.mjs'];
  const run = (name: string, args: readonly string[]) => () =>
    startChild({ args, env: variables, onLine: (line) => print(`${name} | ${line}`) });
  const servers = [
    { name: 'bff', start: run('bff', bff) },
    { name: 'web', start: run('web', web) },
  ].map((server) => ({ ...server, running: server.start() }));
  for (const { running } of servers) undo.push(() => running.stop());

  const shownHost = settings.WEB_HOST === '0.0.0.0' ? '127.0.0.1' : settings.WEB_HOST;
  const address = `http://${shownHost}:${settings.PORT}`;
  await Promise.race([
    Promise.all([
      untilAnswers(`${address}/api/health`, stopped.signal),
      untilAnswers(`http://${settings.BFF_CONNECT_HOST}:${settings.BFF_PORT}/health/live`, stopped.signal),
    ]),
    ...servers.map(async ({ name, running }) => {
      const how = await running.ended;
      throw new ExplainedFailure(`${name} ended (${how}) before it answered; its last lines are above.`);
    }),
  ]);
  if (stopped.signal.aborted) return;
  for (const { name, running, start: again } of servers) keep(name, running, again);
  const { printBanner } = await import('./print-banner');
  printBanner({ url: address, settings, print });
}

function keep(name: string, running: Running, again: () => Running | Promise<Running>): void {
  const kept = keepRunning({ name, running, start: again, print });
  undo.push(() => kept.stop());
  kept.failed.catch(async (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    await stopAll(1);
  });
}

/** Asked twice it does not wait any longer: what it started ends by itself when it is gone. */
async function stopAll(exitCode: number): Promise<void> {
  if (stopped.signal.aborted) process.exit(1);
  stopped.abort();
  if (undo.length > 1) print('stopping ...');
  for (const stop of undo.reverse()) await stop();
  process.exit(exitCode);
}
