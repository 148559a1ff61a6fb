import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/infra/testing/free-port';
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { findProcess } from '../set-up/running-process';
import { startEmbeddedPostgres } from './embedded-postgres';
import { postmasterPid } from './postgres-folder';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder('postgres');
});
afterAll(() => scratch.remove());

const optionsFor = async (name: string) => ({
  directory: path.join(scratch.path, name),
  port: await freePort(),
  durable: false,
});

it('keeps its rows from one start to the next', async () => {
  const options = await optionsFor('kept');
  const first = await startEmbeddedPostgres(options);
  await first.createDatabase('kept');
  await first.stop();
  const second = await startEmbeddedPostgres(options);
  const client = new pg.Client({ connectionString: second.url('kept') });
  await client.connect();
  await client.end();
  await second.stop();
  expect(await postmasterPid(options.directory)).toBeNull();
});

it('ends when the process that started it is killed', async () => {
  const options = await optionsFor('parent-killed');
  const script = `import('./scripts/database/embedded-postgres.ts').then(async ({ startEmbeddedPostgres }) => {
    await startEmbeddedPostgres(${JSON.stringify(options)});
    console.log('up');
  });`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--eval', script]);
  await once(parent.stdout, 'data');
  const pid = await postmasterPid(options.directory);
  expect(findProcess(pid ?? 0)).not.toBeNull();
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(findProcess(pid ?? 0)).toBeNull(), 20_000);
});

it('does not stay behind when its keeper is killed, and the folder can be used again', async () => {
  const options = await optionsFor('keeper-killed');
  const first = await startEmbeddedPostgres(options);
  const pid = (await postmasterPid(options.directory)) ?? 0;
  process.kill(findProcess(pid)?.parentPid ?? 0, 'SIGKILL');
  await first.ended;
  expect(findProcess(pid)).toBeNull();
  const second = await startEmbeddedPostgres(options);
  await second.stop();
});

it('refuses a folder that another one uses', async () => {
  const options = await optionsFor('shared');
  const first = await startEmbeddedPostgres(options);
  await expect(startEmbeddedPostgres({ ...options, port: await freePort() })).rejects.toThrow(
    'is in use by process',
  );
  await first.stop();
});

it('says why it does not start', async () => {
  const options = await optionsFor('port-taken');
  const first = await startEmbeddedPostgres(options);
  const other = { ...(await optionsFor('other')), port: options.port };
  await expect(startEmbeddedPostgres(other)).rejects.toThrow(
    /PostgreSQL did not start: .*could not bind .*in use/,
  );
  await first.stop();
});
