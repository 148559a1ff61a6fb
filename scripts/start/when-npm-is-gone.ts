import { findProcess } from '../set-up/running-process';

const EVERY_MS = 1_000;

/** Calls back once when the npm that runs us is gone: it passes on a Ctrl-C, but not its own sudden death. */
export function whenNpmIsGone(callback: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const first = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === first) return;
    clearInterval(timer);
    callback();
  }, EVERY_MS).unref();
}

/** Our parent is the shell that npm runs its scripts in, or npm itself where that shell gave way to us. */
function ancestors(): string {
  const parent = findProcess(process.ppid);
  return parent?.command.includes(' -c ') ? `${parent.pid} ${parent.parentPid}` : String(process.ppid);
}
