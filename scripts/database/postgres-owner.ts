import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ExplainedFailure } from '../set-up/explained-failure';

export interface PostgresOwner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; there it runs as the user `postgres`, who is made if need be. Else null: as ourselves. */
export function postgresOwner(): PostgresOwner | null {
  if (process.getuid?.() !== 0) return null;
  return lookUp() ?? create();
}

/** Whether any user may pass through the folder and all those above it. */
export async function everyoneMayPass(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || everyoneMayPass(parent);
}

function lookUp(): PostgresOwner | null {
  try {
    const ask = (flag: string) => Number(run('id', [flag, 'postgres']));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    // `id` fails for a user there is none of.
    return null;
  }
}

function create(): PostgresOwner {
  try {
    run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
  } catch (error) {
    throw new ExplainedFailure(
      'PostgreSQL does not run as root and the user "postgres" could not be made: start as another user, or set DATABASE_URL',
      { cause: error },
    );
  }
  const owner = lookUp();
  if (!owner) throw new ExplainedFailure('the user "postgres" was made but is not found');
  return owner;
}

function run(command: string, args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
