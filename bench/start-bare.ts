import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { World } from './world';

/** A process with bare Socket.IO (`bare-socket-io.mjs`), ended after the benchmark. */
export async function startBare(world: World): Promise<{ origin: string; pid: number }> {
  const child = fork('bench/bare-socket-io.mjs', { execArgv: [] });
  world.after(() => void child.kill('SIGKILL'));
  const [port]: unknown[] = await once(child, 'message');
  return { origin: `http://127.0.0.1:${String(port)}`, pid: child.pid ?? 0 };
}
