import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { ExplainedFailure } from '../set-up/explained-failure';
import { findPostgresBinaries } from './postgres-binaries';
import { endOrphan, postmasterPid, prepareDataFolder } from './postgres-folder';
import { type PostgresOwner, postgresOwner } from './postgres-owner';

export interface RunningPostgres {
  /** Connection string of the given database. */
  url(database: string): string;
  createDatabase(name: string): Promise<void>;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;
  /** Ends open connections, keeps every committed row. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Its data folder; made, with an empty cluster in it, if there is none. */
  directory: string;
  port: number;
  /** `false` is for tests only: it skips the flush to disk. */
  durable: boolean;
  /** Of the user `nimbusu`; fixed when the folder is first made. */
  password?: string;
  onLog?: (line: string) => void;
}

/** Starts the PostgreSQL that ships with the project's dependencies on 127.0.0.1. It ends with this process, however that ends. */
export async function startEmbeddedPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const password = options.password ?? 'nimbusu';
  const owner = postgresOwner();
  const binaries = await findPostgresBinaries(owner);
  const folder = await prepareDataFolder(options.directory, owner);
  if (existsSync(path.join(folder, 'PG_VERSION'))) await endOrphan(folder);
  else await createCluster({ binaries, folder, owner, password, durable: options.durable });
  const server = await launch({ ...options, binaries, folder, owner });
  const url = (database: string) =>
    `postgresql://nimbusu:${encodeURIComponent(password)}@127.0.0.1:${options.port}/${database}`;
  return {
    ...server,
    url,
    async createDatabase(name) {
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      try {
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
      } finally {
        await client.end();
      }
    },
  };
}

interface Place {
  binaries: string;
  folder: string;
  owner: PostgresOwner | null;
}

const SKIP_FLUSH = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const LAST_WORDS_MS = 200;
const READY = 'database system is ready to accept connections';

async function launch({ binaries, folder, owner, port, durable, onLog }: Place & PostgresOptions) {
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'lc_messages=C'],
    ...(durable ? [] : SKIP_FLUSH),
  ];
  const command = path.join(binaries, 'postgres');
  const args = ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const keeper = fileURLToPath(new URL('./postgres-keeper.mjs', import.meta.url));
  const child = spawn(process.execPath, [keeper, JSON.stringify({ command, args, owner })], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    // Where the keeper alone was killed the server still holds the pipe: then "close" never comes.
    child.once('exit', () => setTimeout(resolve, LAST_WORDS_MS));
  });
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.trim().split('\n'));
      lines.splice(0, lines.length - 40);
      onLog?.(text.trim());
      if (text.includes(READY)) resolve();
    });
    void ended.then(() => reject(new ExplainedFailure(`PostgreSQL did not start: ${reasonIn(lines)}`)));
  });
  // Where its keeper is killed, the server would stay behind.
  const cleared = ended.then(async () => {
    child.stderr.destroy();
    const pid = await postmasterPid(folder);
    if (pid !== null) await endOrphan(folder);
  });
  return {
    ended: cleared,
    async stop() {
      child.stdin.end();
      await cleared;
    },
  };
}

function reasonIn(lines: readonly string[]): string {
  const telling = lines.filter((line) => /FATAL|ERROR|PANIC|could not/.test(line));
  const words = telling.length > 0 ? telling : lines.slice(-3);
  // Without the time and the process number at the line's head.
  return words.map((line) => line.replace(/^[^[]*\[\d+\] /, '')).join(' | ') || 'it said nothing';
}

async function createCluster({
  binaries,
  folder,
  owner,
  password,
  durable,
}: Place & { password: string; durable: boolean }) {
  const passwordFile = path.join(await realpath(tmpdir()), `nimbusu-${randomUUID()}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (owner) await chown(passwordFile, owner.uid, owner.gid);
    await promisify(execFile)(
      path.join(binaries, 'initdb'),
      [
        ...[`--pgdata=${folder}`, '--username=nimbusu', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', '--locale=C.UTF-8', '--lc-messages=C', ...(durable ? [] : ['--no-sync'])],
      ],
      { ...owner, cwd: '/' },
    );
  } catch (error) {
    // Half a cluster would be taken for a whole one at the next start.
    await rm(path.join(folder, 'PG_VERSION'), { force: true });
    throw new ExplainedFailure(`PostgreSQL could not make its data folder ${folder}: ${String(error)}`, {
      cause: error,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}
