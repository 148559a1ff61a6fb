import type * as z from 'zod';
import type {
  RosterNote,
  RosterPart,
  RosterProblem,
  RosterRow,
  RosterRowKind,
} from '@/lib/contracts/http/roster-import';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import type { RosterLinks } from './roster-links';
import type { AnyRow, RosterRows } from './roster-rows';

/** One go through the files, in one transaction. */
export interface RosterRun {
  readonly tx: EventfulTx;
  /** For the functions of other nouns: their work becomes part of this transaction. */
  readonly unitOfWork: UnitOfWork;
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly rows: RosterRows;
  readonly seats: number;
  readonly links: RosterLinks;
  /** The emails of those whom the files name and who have an account, by its id. */
  readonly people: ReadonlyMap<string, string>;
  /** What became of each row, in the order in which that was known. */
  readonly told: RosterRow[];
  /** What the rows of these files are here; `null` for one that is not taken. */
  readonly targets: Map<string, string | null>;
}

/** What became of a row. `id`: what it is here; `null` for what is not taken. */
export interface Outcome {
  readonly kind: Exclude<RosterRowKind, 'error'>;
  readonly id: string | null;
  readonly personId?: string;
  readonly changes?: RosterRow['changes'];
  readonly note?: RosterNote;
}

/** Thrown by the judging of a row that is none of ours, or that cannot be judged since another is wrong. */
export class Skipped extends Error {
  constructor(readonly note: RosterNote) {
    super(note);
  }
}

/** A row, what to call it, and in which column the fields of refusals stand; `other`: of what names no field. */
interface Judged {
  readonly part: RosterPart;
  readonly row: AnyRow;
  readonly label: string;
  readonly columns: Readonly<Record<string, string>> & { readonly other: string };
}

/** Does the work of one row and tells what became of it; a refusal is told too. `null`: that is told later. */
export async function settle(
  run: RosterRun,
  judged: Judged,
  work: () => Promise<Outcome | null>,
): Promise<void> {
  if (judged.row.problems.length > 0) return refuse(run, judged, judged.row.problems);
  try {
    const outcome = await work();
    if (outcome) conclude(run, judged, outcome);
  } catch (error) {
    if (error instanceof Skipped) conclude(run, judged, { kind: 'skipped', id: null, note: error.note });
    else if (error instanceof DomainProblem) refuse(run, judged, problemsOf(error, judged));
    else throw error;
  }
}

export function conclude(run: RosterRun, { part, row, label }: Judged, outcome: Outcome): void {
  const { kind, id, personId = null, changes = [], note = null } = outcome;
  run.targets.set(`${part} ${row.sourcedId}`, id);
  if (id !== null && kind !== 'unchanged') run.links.add(part, row.sourcedId, { targetId: id, personId });
  run.told.push({
    part,
    row: row.row,
    sourced_id: row.sourcedId,
    label,
    kind,
    changes,
    problems: [],
    note,
  });
}

export function refuse(
  run: RosterRun,
  { part, row, label }: Omit<Judged, 'columns'>,
  problems: readonly RosterProblem[],
): void {
  run.targets.set(`${part} ${row.sourcedId}`, null);
  run.told.push({
    part,
    row: row.row,
    sourced_id: row.sourcedId,
    label,
    kind: 'error',
    changes: [],
    problems: [...problems],
    note: null,
  });
}

function problemsOf(error: DomainProblem, { row, columns }: Judged): RosterProblem[] {
  const at = (column: string, code: string) => ({ column, code, value: cellOf(row, column) });
  const { errors = [] } = error.details;
  if (errors.length === 0) return [at(columns.other, error.code)];
  return errors.map(({ field, code }) => at(columns[field] ?? (field in row ? field : columns.other), code));
}

function cellOf(row: AnyRow, column: string): string {
  const [, cell] = Object.entries(row).find(([name]) => name === column) ?? [];
  return typeof cell === 'string' ? cell.slice(0, 100) : '';
}

/**
 * What a sourced id of another file, or of an earlier import, is here.
 * @throws {Skipped} for a row that is not taken @throws {DomainProblem} `request.invalid`, `unknown`
 */
export function refer(run: RosterRun, part: RosterPart, sourcedId: string, field: string): string {
  const id = findTarget(run, part, sourcedId, field);
  if (id === null) throw new Skipped('reference');
  return id;
}

/** The same, and `null` for a row that is not taken. */
export function findTarget(
  run: RosterRun,
  part: RosterPart,
  sourcedId: string,
  field: string,
): string | null {
  if (sourcedId === '') throw wrongField(field, 'missing', 'Must name one');
  const own = run.targets.get(`${part} ${sourcedId}`);
  const id = own === undefined ? run.links.find(part, sourcedId)?.targetId : own;
  if (id === undefined) throw wrongField(field, 'unknown', 'Nothing has this sourcedId');
  return id;
}

/** @throws {DomainProblem} `request.invalid` where neither this file nor an earlier import has it */
export function requireParent(run: RosterRun, part: 'orgs' | 'academicSessions', sourcedId: string): void {
  if (sourcedId === '' || run.links.find(part, sourcedId)) return;
  if (!run.rows[part].some((row) => row.sourcedId === sourcedId))
    throw wrongField('parentSourcedId', 'unknown', 'Nothing has this sourcedId');
}

/** What the schema makes of it. @throws {DomainProblem} `request.invalid`, each field; `missing` for an empty text */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, code, message }) => ({
    field: path.join('.'),
    code: code === 'too_small' ? 'missing' : code,
    message,
  }));
  // That two fields do not fit is no news where one of them is wrong by itself.
  const isNews = ({ field, code }: (typeof errors)[number]) =>
    code !== 'custom' || errors.every((other) => other.field !== field || other.code === 'custom');
  throw new DomainProblem('request.invalid', { errors: errors.filter(isNews) });
}

/** What differs, as text, and what kind of row that makes. `before`: what is here already, if anything is. */
export function compare(
  before: Readonly<Record<string, string | number | null>> | null,
  after: Readonly<Record<string, string | number | null>>,
  isLinked: boolean,
): Required<Pick<Outcome, 'kind' | 'changes'>> {
  if (!before) return { kind: 'create', changes: [] };
  const text = (value: string | number | null | undefined) => (value == null ? null : String(value));
  const changes = Object.keys(after)
    .map((field) => ({ field, old_value: text(before[field]), new_value: text(after[field]) }))
    .filter(({ old_value, new_value }) => old_value !== new_value);
  return { kind: changes.length > 0 ? 'change' : isLinked ? 'unchanged' : 'link', changes };
}

/** Those that are there more than once. */
export function repeated(values: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(values.filter((value) => seen.size === seen.add(value).size));
}
