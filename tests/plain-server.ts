import { fork } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@/lib/infra/testing/free-port';

/** A process that only emits. While it is dead, what it is told to emit is gone, as with any plain broadcast. */
export async function startPlainServer(port?: number) {
  const listensOn = port ?? (await freePort());
  const child = fork('tests/plain-emitter.mjs', [String(listensOn)], { execArgv: [] });
  await once(child, 'message');
  return {
    port: listensOn,
    origin: `http://127.0.0.1:${listensOn}`,
    async emit(number: number) {
      if (!child.connected) return;
      child.send(number);
      await once(child, 'message');
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
