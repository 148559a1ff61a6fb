import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';

export interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** Whose report tells how many tests there were; without it the stage itself is one test. */
  readonly counts?: 'vitest' | 'playwright';
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** No stage may hang for ever. */
const LIMIT_MS = 40 * 60_000;

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Runs one stage, shows its output if it failed (test runners always show theirs), and counts. */
export async function runStage(stage: Stage): Promise<Counts> {
  const started = Date.now();
  const report = path.join(tmpdir(), `nimbusu-${stage.name}-${process.pid}.json`);
  const { code, output } = await run(stage, report);
  const counts = count(stage, report, code);
  rmSync(report, { force: true });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const verdict = counts.failed > 0 ? 'FAILED' : 'ok';
  console.log(`${stage.name}: ${verdict}, ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  if (counts.failed > 0 && !stage.counts) console.log(output);
  return counts;
}

function run(stage: Stage, report: string): Promise<{ code: number | null; output: string }> {
  const [command = '', ...args] = stage.command;
  const reporters = {
    vitest: ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    playwright: ['--reporter=list,json'],
  };
  const child = spawn(command, [...args, ...(stage.counts ? reporters[stage.counts] : [])], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', stage.counts ? 'inherit' : 'pipe', stage.counts ? 'inherit' : 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => chunks.push(String(chunk)));
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve({ code, output: chunks.join('') });
    });
  });
}

function count(stage: Stage, report: string, code: number | null): Counts {
  const crashed = { passed: 0, failed: 1, skipped: 0 };
  if (!stage.counts) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : crashed;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    console.log(`${stage.name}: no report was written (${String(error)})`);
    return crashed;
  }
  const counts = stage.counts === 'vitest' ? ofVitest(json) : ofPlaywright(json);
  // A runner that fails without a failed test (a broken set-up, an unhandled error) still failed.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function ofVitest(json: unknown): Counts {
  const report = VitestReport.parse(json);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function ofPlaywright(json: unknown): Counts {
  const { stats } = PlaywrightReport.parse(json);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
