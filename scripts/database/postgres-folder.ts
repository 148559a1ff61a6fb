import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { chown, mkdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ExplainedFailure } from '../set-up/explained-failure';
import { findProcess } from '../set-up/running-process';
import { everyoneMayPass, type PostgresOwner } from './postgres-owner';

const OUTSIDE = '/var/lib/nimbusu';
const ORPHAN_PATIENCE_MS = 30_000;

/**
 * The real data folder behind `wanted`, made if there is none. When PostgreSQL runs as a user who may not pass to
 * `wanted`, the data lies in {@link OUTSIDE} and `wanted` is a link to it.
 */
export async function prepareDataFolder(wanted: string, owner: PostgresOwner | null): Promise<string> {
  await mkdir(path.dirname(wanted), { recursive: true, mode: 0o711 });
  if (!lstatSync(wanted, { throwIfNoEntry: false })) {
    const outside = owner && !(await everyoneMayPass(await realpath(path.dirname(wanted))));
    if (outside) await symlink(await makeOutside(wanted), wanted);
    else await mkdir(wanted, { mode: 0o700 });
  }
  const folder = await realpath(wanted).catch((error: unknown) => {
    throw new ExplainedFailure(`${wanted} leads to a folder that is gone: remove it to begin anew`, {
      cause: error,
    });
  });
  if (owner) await chown(folder, owner.uid, owner.gid);
  return folder;
}

/**
 * Ends a PostgreSQL whose keeper was killed, and forgets one that is long gone.
 * @throws {ExplainedFailure} when somebody else uses the folder
 */
export async function endOrphan(folder: string): Promise<void> {
  const pid = await postmasterPid(folder);
  if (pid === null) return;
  const server = findProcess(pid);
  if (!server?.command.includes(folder)) {
    // The number is nobody's, or was given to another program since.
    await rm(path.join(folder, 'postmaster.pid'), { force: true });
    return;
  }
  if (findProcess(server.parentPid)?.command.includes('postgres-keeper')) {
    throw new ExplainedFailure(`the PostgreSQL data in ${folder} is in use by process ${pid}`);
  }
  process.kill(pid, 'SIGINT');
  const end = Date.now() + ORPHAN_PATIENCE_MS;
  while (findProcess(pid)) {
    if (Date.now() > end) {
      throw new ExplainedFailure(
        `an earlier PostgreSQL (process ${pid}) does not end; stop it and try again`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The process that uses the data folder, as PostgreSQL noted it. */
export async function postmasterPid(folder: string): Promise<number | null> {
  const text = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    },
  );
  return Number.parseInt(text, 10) || null;
}

async function makeOutside(wanted: string): Promise<string> {
  const place = path.join(await realpath(path.dirname(wanted)), path.basename(wanted));
  const name = createHash('sha256').update(place).digest('hex').slice(0, 16);
  await mkdir(OUTSIDE, { recursive: true, mode: 0o711 });
  const folder = path.join(OUTSIDE, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}
