import { type ChildProcess, spawn } from 'node:child_process';

export interface RunningChild {
  readonly process: ChildProcess;
  /** Resolves with the exit code (or the signal's name) when it has ended, however. */
  readonly ended: Promise<number | string>;
  /** Asks it to stop, insists after a while. */
  stop(): Promise<void>;
}

const INSIST_MS = 15_000;

/**
 * Starts a Node process that ends with this one, its lines printed behind its name. In a group of its own, so that a
 * Ctrl-C reaches only us and we stop things in their order.
 */
export function startChild(options: {
  name: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  print: (line: string) => void;
}): RunningChild {
  const child = spawn(process.execPath, ['--import', './scripts/start/end-with-parent.mjs', ...options.args], {
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) options.print(`${options.name} | ${line}`);
    });
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    child.once('error', (error) => resolve(error.message));
  });
  return {
    process: child,
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), INSIST_MS);
      await ended;
      clearTimeout(insist);
    },
  };
}
