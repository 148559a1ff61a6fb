import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from '@/lib/infra/testing/free-port';
import { TEST_SECRET } from './campus';

export interface BffProcess {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** Ends it at once, as a crash of the machine would; resolves when it is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Names the bundle in the environment where the run has made one; else it runs from the sources, which starts slower. */
export const BFF_ENTRY = 'TEST_BFF_ENTRY';
const FROM_SOURCES = ['--import', 'tsx', 'server/main.ts'];
const bundled = () => {
  const bundle = process.env[BFF_ENTRY];
  return bundle ? ['--enable-source-maps', bundle] : FROM_SOURCES;
};

/** The BFF as it runs in production, in a process of its own. Resolves when it is ready (or only `live`). */
export async function startBffProcess(options: {
  databaseUrl: string;
  brokers: readonly string[] | null;
  port?: number;
  /** Node's arguments; not given: what the run has bundled. */
  entry?: readonly string[];
  until?: 'ready' | 'live';
}): Promise<BffProcess> {
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [...(options.entry ?? bundled())], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: options.databaseUrl,
      KAFKA_BROKERS: options.brokers?.join(',') ?? '',
      NEXTAUTH_SECRET: TEST_SECRET,
      PORT: '3000',
      BFF_PORT: String(port),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  await Promise.race([
    untilHealthy(`${origin}/health/${options.until ?? 'ready'}`),
    ended.then(() => {
      throw new Error(`the BFF ended before it was ready: ${output}`);
    }),
  ]);
  let wanted = false;
  void ended.then(() => wanted || console.error(`the BFF ended by itself: ${output}`));
  const end = (signal: NodeJS.Signals) => async () => {
    wanted = true;
    signalChild(child, signal);
    await ended;
  };
  return { origin, port, pid: child.pid ?? 0, kill: end('SIGKILL'), stop: end('SIGTERM') };
}

function signalChild(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
}

async function untilHealthy(url: string): Promise<void> {
  for (;;) {
    const healthy = await fetch(url).then(
      (response) => response.ok,
      () => false, // not listening yet
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
