/**
 * Measures the product against plain baselines in the same run, one benchmark after the other, each on servers of its
 * own. `--only relay,latency` runs some; `--write` puts the results into docs/BENCHMARKS.md, of some into
 * their sections.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Bench, BenchResult } from '@/bench/bench';
import { describeMachine, renewMarkdown, toMarkdown, toTable } from '@/bench/print-results';
import { generatePrisma } from './set-up/generate-prisma';

/** In the order of the table. */
const BENCHES = [
  'relay',
  'embedded-log',
  'fan-out',
  'latency',
  'gateway-cpu',
  'gaps',
  'memory',
  'start',
  'bundle',
  'lab',
  'interaction',
  'unread-count',
  'bulk',
  'message',
  'jitter',
  'requests',
  'conflicts',
  'timetable',
  'people-search',
  'attendance-save',
  'check-in',
  'attendance-alert',
  'attendance-rebuild',
  'attendance-page',
] as const;
/** Nothing may hang for ever; all of them together take a few minutes. */
const LIMIT_MS = 300_000;
const REPORT = 'docs/BENCHMARKS.md';

const only = process.argv.find((_argument, index, all) => all[index - 1] === '--only')?.split(',');
const write = process.argv.includes('--write');
const unknown = only?.filter((name) => !BENCHES.some((known) => known === name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${BENCHES.join(', ')}.`);
  process.exit(2);
}

generatePrisma();
// Loaded only now: it needs the generated client.
const { openWorld } = await import('@/bench/world');
const world = await openWorld(console.log);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void world.close().finally(() => process.exit(1)));
}

const results: BenchResult[] = [];
const started = Date.now();
try {
  for (const name of BENCHES.filter((each) => !only || only.includes(each))) {
    const result = await measure(name);
    results.push(result);
    console.log(`\n${toTable(result)}`);
  }
} finally {
  await world.close();
}
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`\n${describeMachine()}; took ${seconds} s`);
if (write) {
  const text = only
    ? renewMarkdown(readFileSync(REPORT, 'utf8'), results, BENCHES)
    : toMarkdown(results, seconds);
  writeFileSync(REPORT, text);
  console.log(`written to ${REPORT}`);
}
process.exit(results.some((result) => result.failure) ? 1 : 0);

async function measure(name: string): Promise<BenchResult> {
  const module: { default: Bench } = await import(`../bench/${name}.bench.ts`);
  const bench = module.default;
  const begun = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not ready after ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  const took = () => (Date.now() - begun) / 1000;
  try {
    const rows = await Promise.race([bench.run(world), limit]);
    return { name, about: bench.about, rows, seconds: took() };
  } catch (error) {
    console.error(error);
    return { name, about: bench.about, rows: [], seconds: took(), failure: String(error) };
  } finally {
    clearTimeout(timer);
    await world.cleanUp();
  }
}
