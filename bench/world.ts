import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { applyMigrations } from '@/lib/infra/db/apply-migrations';
import { createDatabase, type Database } from '@/lib/infra/db/database';
import { freePort } from '@/lib/infra/testing/free-port';
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { startEmbeddedPostgres } from '@/scripts/database/embedded-postgres';
import { prepareKafka } from '@/scripts/kafka/prepare-kafka';
import { startBroker } from '@/scripts/kafka/start-broker';

/** What benchmarks run on: real servers that are thrown away afterwards. */
export interface World {
  /** A migrated, empty database of the benchmark's own. */
  openDatabase(): Promise<Database>;
  /** A Kafka broker of the benchmark's own, `host:port`; rejects where there can be none. */
  openBroker(): Promise<string>;
  /** A folder that is removed after the benchmark. */
  openFolder(): Promise<string>;
  /** To be undone after the benchmark, however it ends; the last first. */
  after(undo: () => unknown): void;
  /** To be undone after all benchmarks: for what several of them use. */
  atEnd(undo: () => unknown): void;
  cleanUp(): Promise<void>;
  close(): Promise<void>;
}

const TEMPLATE = 'template_nimbusu';

export async function openWorld(print: (line: string) => void): Promise<World> {
  const kafka = prepareKafka(print);
  const scratch = await scratchFolder('bench');
  const postgres = await startEmbeddedPostgres({
    directory: path.join(scratch.path, 'postgres'),
    port: await freePort(),
    durable: true,
  });
  await postgres.createDatabase(TEMPLATE);
  await applyMigrations(postgres.url(TEMPLATE));
  const undo: (() => unknown)[] = [];
  const undoAtEnd: (() => unknown)[] = [];

  async function administer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: postgres.url('postgres') });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }

  async function openFolder(): Promise<string> {
    const folder = await scratchFolder('bench');
    undo.push(() => folder.remove());
    return folder.path;
  }

  const cleanUp = () => undoAll(undo);
  async function undoAll(steps: (() => unknown)[]): Promise<void> {
    for (const each of steps.splice(0).reverse()) {
      // What cannot be tidied up must not keep the rest from it, nor the other benchmarks.
      await Promise.resolve(each()).catch((error: unknown) => print(`tidying up: ${String(error)}`));
    }
  }

  return {
    openFolder,
    cleanUp,
    after: (work) => void undo.push(work),
    atEnd: (work) => void undoAtEnd.push(work),
    async openDatabase() {
      const name = `bench_${randomUUID().replaceAll('-', '')}`;
      await administer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      const database = createDatabase(postgres.url(name));
      undo.push(async () => {
        await database.close();
        await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      });
      return database;
    },
    async openBroker() {
      if ('missing' in kafka) throw new Error(`there is no Kafka: ${kafka.missing}`);
      const directory = path.join(await openFolder(), 'broker');
      const broker = await startBroker({ libDir: kafka.libDir, directory });
      undo.push(() => broker.stop('SIGKILL'));
      return broker.address;
    },
    async close() {
      await cleanUp();
      await undoAll(undoAtEnd);
      await postgres.stop();
      await scratch.remove();
    },
  };
}
