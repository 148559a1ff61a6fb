import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '@/lib/infra/testing/free-port';
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { findProcess } from '../set-up/running-process';
import { takeLock } from './take-lock';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
const servers: Server[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  scratch = await scratchFolder('start');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => scratch.remove());

/** Runs `npm start`'s script with these settings until it ends by itself. */
async function startWith(settings: Record<string, string>): Promise<{ code: number; said: string[] }> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      ...{ NIMBUSU_DATA: path.join(scratch.path, 'data'), DATABASE_URL: '' },
      ...{ PORT: String(await freePort()), BFF_PORT: String(await freePort()) },
      ...settings,
    },
  });
  children.push(child);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code] = await once(child, 'close');
  return { code: Number(code), said: errors.trim().split('\n') };
}

async function occupiedPort(): Promise<number> {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return port;
}

describe('npm start explains itself in one line', () => {
  it.each(['PORT', 'BFF_PORT'])('when the port of %s is taken', async (variable) => {
    const port = await occupiedPort();
    expect(await startWith({ [variable]: String(port) })).toEqual({
      code: 1,
      said: [`Port ${port} on 127.0.0.1 is taken by another program: set ${variable} to another one.`],
    });
  });

  it('a wrong setting each, when settings are wrong', async () => {
    expect(await startWith({ LOG_LEVEL: 'loud', KAFKA_BROKERS: 'nowhere' })).toEqual({
      code: 1,
      said: [
        'Wrong setting KAFKA_BROKERS: must be a comma list of host:port, such as 127.0.0.1:9092, not "nowhere"',
        'Wrong setting LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent, not "loud"',
      ],
    });
  });

  it('when the named database does not answer, without its password', async () => {
    const port = await freePort();
    const url = `postgresql://nimbusu:hidden-password@127.0.0.1:${port}/nimbusu`;
    expect(await startWith({ DATABASE_URL: url })).toEqual({
      code: 1,
      said: [
        `The database at DATABASE_URL (127.0.0.1:${port}/nimbusu) does not answer: connect ECONNREFUSED 127.0.0.1:${port}.`,
      ],
    });
  });

  it('when another start uses the same data', async () => {
    const folder = path.join(scratch.path, 'shared');
    const release = takeLock(folder);
    expect(await startWith({ NIMBUSU_DATA: folder })).toEqual({
      code: 1,
      said: [
        `NimbusU already runs on this data (${folder}) as process ${process.pid}: stop it first, or use that one.`,
      ],
    });
    release();
    takeLock(folder)();
  });
});

it('takes over the lock of a start that was killed', async () => {
  const folder = path.join(scratch.path, 'killed');
  const script = `import('./scripts/start/take-lock.ts').then(({ takeLock }) => {
    takeLock(${JSON.stringify(folder)});
    console.log('taken');
    setInterval(() => undefined, 1_000);
  });`;
  const holder = spawn(process.execPath, ['--import', 'tsx', '--eval', script]);
  children.push(holder);
  await once(holder.stdout, 'data');
  expect(() => takeLock(folder)).toThrow(`as process ${holder.pid}`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(findProcess(holder.pid ?? 0)).toBeNull();
  takeLock(folder)();
});
