import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ExplainedFailure } from '../set-up/explained-failure';
import { findProcess } from '../set-up/running-process';

/** One start a data folder: the second is told of the first. Returns how to give the lock back. */
export function takeLock(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = path.join(folder, 'start.lock');
  const own = findProcess(process.pid);
  const mine = `${process.pid} ${own?.startedAt ?? ''}`;
  for (;;) {
    if (create(file, mine)) return () => rmSync(file, { force: true });
    const pid = liveHolder(file);
    if (pid !== null) {
      throw new ExplainedFailure(
        `NimbusU already runs on this data (${folder}) as process ${pid}: stop it first, or use that one.`,
      );
    }
    rmSync(file, { force: true });
  }
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A number alone says little: it may have been given to another program since. */
function liveHolder(file: string): number | null {
  const [pid = '', ...started] = readFileSync(file, 'utf8').split(' ');
  const holder = findProcess(Number(pid));
  return holder && holder.startedAt === started.join(' ') ? holder.pid : null;
}
