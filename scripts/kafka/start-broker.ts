import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import { freePort } from '@/lib/infra/testing/free-port';

export interface RunningBroker {
  /** `host:port` */
  readonly address: string;
  /** Stops it; the same broker, on the same port and data, comes back with `start`. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  start(): Promise<void>;
}

// Waits on a pipe from us. When we are gone, however, the pipe closes without the word, and it kills the broker.
const WATCHER = 'read -r word; test "$word" = ended || kill -9 "$0"';
/** 16 bytes of any kind; always the same, so that a folder with data can be started again. */
const CLUSTER_ID = Buffer.from('nimbusu-kafka-01').toString('base64url');
const JVM = ['-Xmx400m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];

/** One Kafka broker (KRaft) on 127.0.0.1, its data in `directory`. Resolves when it answers. */
export async function startBroker(options: { libDir: string; directory: string }): Promise<RunningBroker> {
  const [port, controllerPort] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${port}`;
  const config = path.join(options.directory, 'server.properties');
  mkdirSync(options.directory, { recursive: true });
  writeFileSync(config, properties(address, controllerPort, path.join(options.directory, 'data')));
  const classpath = ['-cp', `${options.libDir}/*`];
  const format = launch([
    ...JVM,
    ...classpath,
    'kafka.tools.StorageTool',
    'format',
    '--ignore-formatted',
    '-t',
    CLUSTER_ID,
    '-c',
    config,
  ]);
  if ((await format.ended) !== 0)
    throw new Error(`Kafka's storage could not be formatted: ${format.output()}`);

  let broker: Launched | null = null;
  async function start(): Promise<void> {
    const started = launch([...JVM, ...classpath, 'kafka.Kafka', config]);
    broker = started;
    const waiting = new AbortController();
    try {
      await Promise.race([
        untilItAnswers(address, waiting.signal),
        started.ended.then((code) => {
          throw new Error(`Kafka ended (${code}) before it answered: ${started.output()}`);
        }),
      ]);
    } finally {
      waiting.abort();
    }
  }
  await start();
  return {
    address,
    start,
    async stop(signal = 'SIGTERM') {
      if (!broker) return;
      broker.kill(signal);
      await broker.ended;
      broker = null;
    },
  };
}

interface Launched {
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  /** The last of what it wrote. */
  output(): string;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** A Java process that does not outlive this one. In a group of its own: a Ctrl-C reaches only us, and we stop it. */
function launch(args: readonly string[]): Launched {
  const java = spawn('java', args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const watcher = spawn('sh', ['-c', WATCHER, String(java.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.stdin.on('error', () => undefined); // it is gone already, and the broker with it
  let output = '';
  for (const stream of [java.stdout, java.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000);
    });
  }
  const ended = new Promise<number | string>((resolve, reject) => {
    java.once('error', reject);
    java.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  }).finally(() => watcher.stdin.end('ended\n'));
  return { ended, output: () => output, kill: (signal) => java.kill(signal) };
}

async function untilItAnswers(address: string, given: AbortSignal): Promise<void> {
  const { Kafka, logLevel } = kafkajs;
  while (!given.aborted) {
    const kafka = new Kafka({ brokers: [address], logLevel: logLevel.NOTHING, retry: { retries: 0 } });
    const admin = kafka.admin();
    const answered = await admin
      .connect()
      .then(() => admin.listTopics())
      .then(
        () => true,
        () => false, // not yet
      );
    await admin.disconnect();
    if (answered) return;
    await pause(100);
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
