import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from './start-failure';

/** One start a folder: the second is told of the first. A lock whose process is gone does not count. */
export function takeLock(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'start.pid');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
      const pid = Number(readFileSync(file, 'utf8'));
      if (isAlive(pid)) throw new StartFailure(`NimbusU runs from this folder already (process ${pid}): stop it first.`);
      rmSync(file, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
