import type { World } from './world';

/** One line of the table: what the product does, and what the plain way does in the same run. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly baseline: string;
  /** Ours over the baseline; `null` where the two are not of one kind. */
  readonly ratio: number | null;
  readonly target: string;
  /** `null`: shown for comparison, there is no target. */
  readonly met: boolean | null;
}

export interface Bench {
  /** How it is measured and what the baseline is, in a sentence or two. */
  readonly about: string;
  run(world: World): Promise<Row[]>;
}

export interface BenchResult {
  readonly name: string;
  readonly about: string;
  readonly rows: readonly Row[];
  readonly seconds: number;
  /** Why it could not be measured. */
  readonly failure?: string;
}
