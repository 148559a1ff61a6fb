import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findProcess } from '../set-up/running-process';
import { DATABASE } from './open-database';
import { keptSecret } from './read-settings';

/** The address of the product's own database while the product runs on this data folder; null while it does not. */
export function findRunningDatabase(dataFolder: string): string | null {
  try {
    const folder = realpathSync(path.join(dataFolder, 'postgres'));
    // PostgreSQL notes its process in the first line, its port in the fourth.
    const [pid, , , port] = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    if (!findProcess(Number(pid))?.command.includes(folder)) return null;
    const password = encodeURIComponent(keptSecret(dataFolder, 'database-secret'));
    return `postgresql://nimbusu:${password}@127.0.0.1:${port}/${DATABASE}`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
