import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { openSchemaEngine } from './schema-engine';

/** Brings the database at `url` to the committed migrations; returns the names of those applied now. */
export async function applyMigrations(url: string, projectDir = process.cwd()): Promise<string[]> {
  const engine = await openSchemaEngine(url, await readDatamodel(projectDir));
  try {
    return await engine.applyMigrations(await readMigrations(projectDir));
  } finally {
    await engine.close();
  }
}

/** The whole `prisma/schema/` folder as one text. */
export async function readDatamodel(projectDir: string): Promise<string> {
  const directory = path.join(projectDir, 'prisma/schema');
  const files = (await readdir(directory)).filter((name) => name.endsWith('.prisma')).sort();
  const texts = await Promise.all(files.map((name) => readFile(path.join(directory, name), 'utf8')));
  return texts.join('\n');
}

async function readMigrations(projectDir: string): Promise<{ name: string; sql: string }[]> {
  const directory = path.join(projectDir, 'prisma/migrations');
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(path.join(directory, name, 'migration.sql'), 'utf8'),
    })),
  );
}
