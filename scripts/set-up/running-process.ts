import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface RunningProcess {
  readonly pid: number;
  readonly parentPid: number;
  /** Tells two processes apart that had the same number one after the other. */
  readonly startedAt: string;
  readonly command: string;
}

/** What runs under this number now; null when nothing does. */
export function findProcess(pid: number): RunningProcess | null {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    // Neither a /proc entry nor a line of `ps`: there is no such process.
    return null;
  }
}

function fromProc(pid: number): RunningProcess | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the name in brackets and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = '', parent = '0'] = fields;
  if (state === 'Z' || state === 'X') return null;
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  return { pid, parentPid: Number(parent), startedAt: fields[19] ?? '', command };
}

function fromPs(pid: number): RunningProcess | null {
  const line = execFileSync('ps', ['-o', 'ppid=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [, parent, startedAt, command] =
    /^\s*(\d+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/m.exec(line) ?? [];
  return parent && startedAt && command ? { pid, parentPid: Number(parent), startedAt, command } : null;
}
