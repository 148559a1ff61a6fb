import { cpus } from 'node:os';
import type { BenchResult, Row } from './bench';

const COLUMNS = ['what', 'ours', 'baseline', 'ratio', 'target', 'met'] as const;

/** A benchmark's rows for the terminal, in columns. */
export function toTable(result: BenchResult): string {
  const lines = [[...COLUMNS], ...result.rows.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const failure = result.failure ? [`could not be measured: ${result.failure}`] : [];
  return [`${result.name} (${result.seconds.toFixed(0)} s)`, ...drawn, ...failure].join('\n');
}

/** The whole of docs/BENCHMARKS.md. */
export function toMarkdown(results: readonly BenchResult[], seconds: number): string {
  const date = new Date().toISOString().slice(0, 10);
  return [
    '# Benchmarks',
    '',
    '`npm run bench -- --write` measures and writes this file; do not edit it. Every figure of the product stands beside a baseline measured in the same run, in turns with it; the figures are medians, and the ratios travel from machine to machine better than the figures do. The database flushes to disk as in production; database, broker, servers and clients share the machine.',
    '',
    `${describeMachine()}; ${date}; the whole run took ${seconds} s.`,
    ...results.flatMap((result) => ['', ...section(result)]),
    '',
  ].join('\n');
}

/** The report with these sections measured anew, in the order of `names`; where there is none yet, a whole one. */
export function renewMarkdown(
  report: string,
  results: readonly BenchResult[],
  names: readonly string[],
): string {
  const [head = '', ...parts] = report.split(/^(?=## )/m);
  const sections = new Map(parts.map((part) => [/^## (.+)$/m.exec(part)?.[1] ?? '', part.trim()]));
  for (const result of results) {
    const [title = '', ...rest] = section(result);
    const again = `Measured again on ${new Date().toISOString().slice(0, 10)} by itself.`;
    sections.set(result.name, [title, '', again, ...rest].join('\n'));
  }
  return [head.trim(), ...names.flatMap((name) => sections.get(name) ?? []), '']
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function section({ name, about, rows, failure }: BenchResult): string[] {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const table = [line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map((row) => line(cells(row)))];
  return [
    `## ${name}`,
    '',
    about,
    '',
    ...(rows.length > 0 ? table : []),
    ...(failure ? [`Could not be measured: ${failure}`] : []),
  ];
}

function cells(row: Row): string[] {
  const met = { true: 'yes', false: 'no', null: '' }[`${row.met}`];
  return [row.what, row.ours, row.baseline, row.ratio === null ? '' : row.ratio.toFixed(2), row.target, met];
}

export function describeMachine(): string {
  const cores = cpus();
  return `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`;
}

/** `12345.6` -> `12,346`. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** Events a second, ours and the baseline's, against the least we want. */
export function throughputRow(
  what: string,
  events: number,
  seconds: { ours: number; baseline: number },
  least: number,
): Row {
  const [ours, baseline] = [events / seconds.ours, events / seconds.baseline];
  return {
    what,
    ours: `${whole(ours)} events/s`,
    baseline: `${whole(baseline)} events/s`,
    ratio: ours / baseline,
    target: `at least ${whole(least)} events/s`,
    met: ours >= least,
  };
}
