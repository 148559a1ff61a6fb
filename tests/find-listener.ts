import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The number of the process that listens on a port of 127.0.0.1. @throws when there is none, or it is not ours to see */
export async function findListener(port: number): Promise<number> {
  const pid = process.platform === 'linux' ? fromProc(port) : fromLsof(port);
  if (pid === undefined) throw new Error(`nothing listens on port ${port}`);
  return pid;
}

function fromProc(port: number): number | undefined {
  const address = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const LISTENS = '0A';
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => local?.endsWith(address) && state === LISTENS)
      .flatMap((columns) => columns[9] ?? []),
  );
  const wanted = new Set(inodes.map((inode) => `socket:[${inode}]`));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => openFiles(pid).some((file) => wanted.has(file)));
}

function openFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
      } catch {
        return []; // closed since the folder was read
      }
    });
  } catch {
    return []; // gone meanwhile, or of another user
  }
}

function fromLsof(port: number): number | undefined {
  const output = execFileSync('lsof', ['-t', '-sTCP:LISTEN', `-iTCP:${port}`], { encoding: 'utf8' });
  const pid = Number(output.trim().split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}
