/**
 * Everything that must hold before a change lands, with its own set-up. Goes on after a failure so that all is seen, and
 * ends with one plain line: `N passed, N failed`. `--only types,unit` runs some stages.
 */
import { generatePrisma } from '../set-up/generate-prisma';
import { prepareBrowser } from './prepare-browser';
import { type Counts, runStage, type Stage } from './run-stage';

const started = Date.now();
const only = process.argv.find((_argument, index, all) => all[index - 1] === '--only')?.split(',');
process.env.NEXT_TELEMETRY_DISABLED = '1';

const node = (...args: string[]) => [process.execPath, ...args];
const bin = (name: string, ...args: string[]) => node(`node_modules/${name}`, ...args);
const tsx = (...args: string[]) => node('--import', 'tsx', ...args);
const vitest = (...projects: string[]) =>
  bin('vitest/vitest.mjs', 'run', ...projects.flatMap((project) => ['--project', project]));

const stages: readonly Stage[] = [
  { name: 'types', command: bin('typescript/bin/tsc', '--noEmit') },
  { name: 'types-bff', command: bin('typescript/bin/tsc', '--noEmit', '-p', 'server/tsconfig.json') },
  { name: 'types-worker', command: bin('typescript/bin/tsc', '--noEmit', '-p', 'worker/tsconfig.json') },
  { name: 'lint', command: bin('@biomejs/biome/bin/biome', 'check', '.') },
  {
    name: 'imports',
    command: bin(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'components',
      'lib',
      'server',
      'worker',
    ),
  },
  { name: 'unused', command: bin('knip/bin/knip.js') },
  { name: 'event-docs', command: tsx('scripts/generate-event-docs.ts', '--check') },
  { name: 'unit', command: vitest('unit', 'dom'), counts: 'vitest' },
  { name: 'integration', command: vitest('integration'), counts: 'vitest' },
  { name: 'browser', command: bin('@playwright/test/cli.js', 'test'), counts: 'playwright' },
];

generatePrisma();
const chosen = stages.filter((stage) => !only || only.includes(stage.name));
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
// What only reads the sources uses one core each; what runs the product has the machine to itself.
const checks = chosen.filter((stage) => !stage.counts).values();
await Promise.all([runEach(checks), runEach(checks)]);
await runEach(chosen.filter((stage) => stage.counts).values());
console.log(`\ntook ${Math.round((Date.now() - started) / 1000)} s`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** Takes stages from those that are left until none is. */
async function runEach(left: IteratorObject<Stage>): Promise<void> {
  for (const stage of left) {
    const missing = stage.name === 'browser' ? prepareBrowser(console.log) : null;
    const counts = missing ? absent(missing) : await runStage(stage);
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
  }
}

/** Without a browser a developer still sees the rest; CI must have one. */
function absent(reason: string): Counts {
  console.log(`browser: cannot run: ${reason}`);
  return process.env.CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
}
