import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import kafkajs from 'kafkajs';
import { freePort } from '@/lib/infra/testing/free-port';

export interface RunningBroker {
  /** `host:port` */
  readonly address: string;
  /** Stops it; the same broker, on the same port and data, comes back with `start`. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  start(): Promise<void>;
}

// The shell's watcher waits on a pipe from us: when we are gone, however, the pipe closes and it kills the broker.
const WITH_PARENT =
  '(cat <&3 >/dev/null; kill -9 0) & watcher=$!; java "$@" & broker=$!; trap "kill $broker" TERM; ' +
  'wait $broker; code=$?; if kill -0 $broker 2>/dev/null; then wait $broker; code=$?; fi; kill $watcher; pkill -P $watcher; exit $code';
const JVM = ['-Xmx400m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];

/** One Kafka broker (KRaft) on 127.0.0.1, its data in `directory`. Resolves when it answers. */
export async function startBroker(options: { libDir: string; directory: string }): Promise<RunningBroker> {
  const [port, controllerPort] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${port}`;
  const config = path.join(options.directory, 'server.properties');
  mkdirSync(options.directory, { recursive: true });
  writeFileSync(config, properties(address, controllerPort, path.join(options.directory, 'data')));
  const classpath = ['-cp', `${options.libDir}/*`];
  const clusterId = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
  const format = launch([
    ...JVM,
    ...classpath,
    'kafka.tools.StorageTool',
    'format',
    '-t',
    clusterId,
    '-c',
    config,
  ]);
  if ((await format.ended) !== 0)
    throw new Error(`Kafka's storage could not be formatted: ${format.output()}`);

  let broker: ReturnType<typeof launch> | null = null;
  async function start(): Promise<void> {
    const started = launch([...JVM, ...classpath, 'kafka.Kafka', config]);
    broker = started;
    await Promise.race([
      untilItAnswers(address),
      started.ended.then((code) => {
        throw new Error(`Kafka ended (${code}) before it answered: ${started.output()}`);
      }),
    ]);
  }
  await start();
  return {
    address,
    start,
    async stop(signal = 'SIGTERM') {
      if (!broker) return;
      broker.stop(signal);
      await broker.ended;
      broker = null;
    },
  };
}

function launch(args: readonly string[]) {
  const child: ChildProcess = spawn('sh', ['-c', WITH_PARENT, 'sh', ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, LOG_DIR: '/tmp' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000);
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      for (const stream of child.stdio) stream?.destroy(); // an open pipe would keep this process alive
      resolve(code);
    });
  });
  return {
    ended,
    output: () => output,
    stop(signal: 'SIGTERM' | 'SIGKILL') {
      // The group is the shell and the broker in it.
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    },
  };
}

async function untilItAnswers(address: string): Promise<void> {
  const { Kafka, logLevel } = kafkajs;
  const admin = new Kafka({ brokers: [address], logLevel: logLevel.NOTHING, retry: { retries: 0 } }).admin();
  for (;;) {
    const answered = await admin
      .connect()
      .then(() => admin.listTopics())
      .then(
        () => true,
        () => false, // not yet
      );
    if (answered) return admin.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const properties = (address: string, controllerPort: number, data: string) => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://${address},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://${address}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=${data}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
message.max.bytes=10485760
`;
