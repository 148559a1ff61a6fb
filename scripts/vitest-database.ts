import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '@/lib/infra/db/apply-migrations';
import { freePort } from '@/lib/infra/testing/free-port';
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { startEmbeddedPostgres } from './database/embedded-postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server of the run's own; `template_nimbusu` in it is migrated and empty. */
    postgresUrl: string;
  }
}

/** Vitest's global set-up for integration tests: one real PostgreSQL for the run, a fresh database for each test file. */
export default async function startTestPostgres(project: TestProject) {
  const scratch = await scratchFolder('tests');
  const postgres = await startEmbeddedPostgres({
    directory: path.join(scratch.path, 'postgres'),
    port: await freePort(),
    durable: false,
  });
  await postgres.createDatabase('template_nimbusu');
  await applyMigrations(postgres.url('template_nimbusu'));
  project.provide('postgresUrl', postgres.url('postgres'));
  return async () => {
    await postgres.stop();
    await scratch.remove();
  };
}
