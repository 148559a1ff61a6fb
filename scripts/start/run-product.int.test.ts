import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '@/lib/infra/testing/free-port';
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { findProcess, type RunningProcess } from '../set-up/running-process';

// From the sources, as `npm run dev`: a build is made, used and stopped by the browser tests.
it.runIf(process.platform === 'linux')(
  'runs the product until Ctrl-C, which leaves no process behind, and starts again on the same data',
  async () => {
    const scratch = await scratchFolder('run');
    const ports = { PORT: String(await freePort()), BFF_PORT: String(await freePort()) };
    const first = startProduct(scratch.path, ports);
    onTestFinished(async () => {
      first.child.kill('SIGKILL');
      await scratch.remove();
    });
    await untilUp(first);
    expect(first.said()).toMatch(/seed: \d+ demo people added; demo accounts are on/);
    expect((await fetch(`http://127.0.0.1:${ports.PORT}/login`)).status).toBe(200);
    const family = descendants(first.child.pid ?? 0);
    for (const part of ['postgres', 'next', 'server/main.ts'])
      expect(family.map(({ command }) => command).filter((command) => command.includes(part))).not.toEqual(
        [],
      );

    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    await vi.waitFor(() => expect(family.filter(stillRuns)).toEqual([]), { timeout: 20_000 });

    const again = startProduct(scratch.path, ports);
    onTestFinished(() => void again.child.kill('SIGKILL'));
    await untilUp(again);
    expect(again.said()).toContain('migrate: up to date');
    expect(again.said()).toContain('seed: up to date');
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  },
  180_000,
);

function startProduct(folder: string, ports: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--dev'], {
    env: {
      ...process.env,
      ...{ DATABASE_URL: '', KAFKA_BROKERS: '', NIMBUSU_DATA: path.join(folder, 'data') },
      ...ports,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return { child, said: () => output, ended: once(child, 'close').then(([code]) => Number(code)) };
}

async function untilUp(product: ReturnType<typeof startProduct>): Promise<void> {
  await Promise.race([
    vi.waitFor(() => expect(product.said()).toContain('NimbusU is up'), { timeout: 120_000, interval: 100 }),
    product.ended.then((code) => expect.fail(`it ended (${code}):\n${product.said()}`)),
  ]);
}

function descendants(pid: number): RunningProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => findProcess(Number(name)) ?? []);
  const below = (parent: number): RunningProcess[] =>
    all.filter(({ parentPid }) => parentPid === parent).flatMap((each) => [each, ...below(each.pid)]);
  return below(pid);
}

/** The same process, not a later one of the same number. */
const stillRuns = ({ pid, startedAt }: RunningProcess) => findProcess(pid)?.startedAt === startedAt;
