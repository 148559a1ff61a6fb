import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface RunningChild {
  readonly pid: number;
  /** Resolves with the exit code (or the signal's name, or why it did not start) when it has ended, however. */
  readonly ended: Promise<number | string>;
  /** Asks it to stop, insists after a while. */
  stop(): Promise<void>;
}

const INSIST_MS = 10_000;
const END_WITH_PARENT = fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url));

/**
 * Starts a Node process that ends with this one; `onLine` gets each line it prints. In a group of its own, so that a Ctrl-C
 * reaches only us and we stop things in their order.
 */
export function startChild(options: {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  onLine: (line: string) => void;
}): RunningChild {
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...options.args], {
    env: { ...options.env, NIMBUSU_PARENT: String(process.pid) },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  // It may end before it has read anything; that is told by its end.
  child.stdin.on('error', () => undefined);
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) options.onLine(line);
    });
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    child.once('error', (error) => resolve(error.message));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), INSIST_MS);
      await ended;
      clearTimeout(insist);
    },
  };
}
