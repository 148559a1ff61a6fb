/**
 * Proposes a timetable for a file of the competition's `.ctt` format, without a database:
 * `npm run schedule -- FILE --seconds N --out SOLUTION`. What it prints about it comes from the independent checker.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkTimetable } from '@/lib/domain/timetable-proposal/check-timetable';
import type { ProposalInstance } from '@/lib/domain/timetable-proposal/instance';
import { proposeTimetable } from '@/lib/domain/timetable-proposal/propose-timetable';
import { CttError, readCtt } from '@/lib/domain/timetable-proposal/read-ctt';
import { writeSolution } from '@/lib/domain/timetable-proposal/solution-text';

const usage = 'npm run schedule -- FILE [--seconds N] [--seed N] [--out SOLUTION]';

try {
  const { file, seconds, seed, out } = readArguments();
  const instance = readInstance(file);
  const { placements } = proposeTimetable(instance, {
    seconds,
    seed,
    onProgress: ({ done, violations, penalty }) => {
      if (process.stderr.isTTY)
        process.stderr.write(
          `\r${Math.round(done * 100)} %  violations ${violations}  penalty ${penalty}   `,
        );
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (out !== undefined) writeFileSync(out, writeSolution(instance, placements));
  const { hard, soft, violations, penalty } = checkTimetable(instance, placements);
  console.log(`${instance.name}: ${violations} hard violations, penalty ${penalty}`);
  for (const [part, value] of Object.entries({ ...hard, ...soft })) console.log(`  ${part}: ${value}`);
  process.exitCode = violations === 0 ? 0 : 2;
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readInstance(file: string): ProposalInstance {
  try {
    return readCtt(readFileSync(file, 'utf8'));
  } catch (error) {
    throw error instanceof CttError ? new Error(`${file}, ${error.message}`) : error;
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seconds: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  const seconds = Number(values.seconds ?? '10');
  const seed = Number(values.seed ?? '1');
  if (file === undefined || more.length > 0) throw new Error(`Give one file: ${usage}`);
  if (!(seconds > 0 && seconds <= 86_400)) throw new Error(`--seconds must be a number above 0: ${usage}`);
  if (!Number.isInteger(seed)) throw new Error(`--seed must be a whole number: ${usage}`);
  return { file, seconds, seed, out: values.out };
}
