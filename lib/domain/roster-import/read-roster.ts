import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { FieldError } from '@/lib/contracts/http/problem';
import { RosterPart, type RosterProblem } from '@/lib/contracts/http/roster-import';
import type { ImportRoster } from '@/lib/contracts/http/roster-import-requests';
import { DomainProblem, wrongField } from '../problem';
import { RosterRows, rosterShapes } from './roster-rows';

type Files = ImportRoster['files'];

/** In all files together: what one request can write in reasonable time. */
const MOST_ROWS = 20_000;
const LONGEST_ID = 255;

/** Columns without which nothing can be made of a file; the standard has more, which are read where they are there. */
const required: Readonly<Record<RosterPart, readonly string[]>> = {
  orgs: ['sourcedId', 'name', 'type'],
  academicSessions: ['sourcedId', 'title', 'type', 'startDate', 'endDate', 'schoolYear'],
  users: ['sourcedId', 'enabledUser', 'orgSourcedIds', 'role', 'givenName', 'familyName', 'email'],
  courses: ['sourcedId', 'title', 'courseCode', 'orgSourcedId'],
  classes: ['sourcedId', 'title', 'courseSourcedId', 'schoolSourcedId', 'termSourcedIds'],
  enrollments: ['sourcedId', 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role'],
};

/**
 * Reads OneRoster 1.1 files. What is wrong with a whole file is refused; what is wrong with a row stands in its `problems`.
 * @throws {DomainProblem} `request.invalid` at `files.<name>`: `encoding`, `malformed`, `header`, `missing_file`, `too_big`;
 * at `files.<name>.<column or property>`: `missing_column`, `column_twice`, `version`, `delta`, `unknown`
 */
export function readRoster(files: Files): RosterRows {
  const taken = takenParts(files);
  if (taken.size === 0) throw wrongField('files', 'empty', 'There is no file to take');
  const parts = RosterPart.options.map((part) => {
    const content = taken.has(part) ? files[fileOf(part)] : undefined;
    return [part, content === undefined ? [] : readPart(part, content)] as const;
  });
  const count = parts.reduce((sum, [, rows]) => sum + rows.length, 0);
  if (count > MOST_ROWS) throw wrongField('files', 'too_big', `At most ${MOST_ROWS} rows in all files`);
  return z.parse(RosterRows, Object.fromEntries(parts));
}

const fileOf = (part: RosterPart) => `${part}.csv` as const;

/** Which files count: those that are there, unless the manifest says that one is not. */
function takenParts(files: Files): ReadonlySet<RosterPart> {
  const manifest = files['manifest.csv'];
  const said = manifest === undefined ? new Map<string, string>() : readManifest(manifest);
  return new Set(
    RosterPart.options.filter((part) => {
      const property = `file.${part}`;
      const how = said.get(property) ?? (files[fileOf(part)] === undefined ? 'absent' : 'bulk');
      const at = `files.manifest.csv.${property}`;
      if (how === 'delta') throw wrongField(at, 'delta', 'Only files that hold all there is are taken');
      if (how !== 'bulk' && how !== 'absent') throw wrongField(at, 'unknown', 'Must be bulk or absent');
      if (how === 'bulk' && files[fileOf(part)] === undefined)
        throw wrongField(`files.${fileOf(part)}`, 'missing_file', 'The manifest names it');
      return how === 'bulk';
    }),
  );
}

function readManifest(content: string): ReadonlyMap<string, string> {
  const { columns, records } = readTable('manifest.csv', content, ['propertyName', 'value']);
  const [name, value] = [columns.indexOf('propertyName'), columns.indexOf('value')];
  const said = new Map(records.map((cells) => [cells[name] ?? '', cells[value] ?? '']));
  if (said.get('oneroster.version') !== '1.1')
    throw wrongField('files.manifest.csv.oneroster.version', 'version', 'Must be 1.1');
  return said;
}

interface ReadRecord {
  readonly row: number;
  readonly problems: RosterProblem[];
  readonly cells: ReadonlyMap<string, string>;
}

function readPart(part: RosterPart, content: string): object[] {
  const { columns, records } = readTable(fileOf(part), content, required[part]);
  const known = new Set(
    Object.keys(rosterShapes[part].shape).filter((name) => !/^(row|problems)$/.test(name)),
  );
  const read = records.map((cells, index): ReadRecord => {
    const problems: RosterProblem[] = [];
    if (cells.length !== columns.length)
      problems.push({ column: columns[cells.length] ?? columns.at(-1) ?? '', code: 'cells', value: '' });
    const own = columns.flatMap((column, at) =>
      known.has(column) ? [[column, cells[at] ?? ''] as const] : [],
    );
    return { row: index + 2, problems, cells: new Map(own) };
  });
  const ids = new Map<string, number>();
  for (const { cells } of read) {
    const id = cells.get('sourcedId') ?? '';
    ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  for (const record of read) judge(record, ids);
  return read.map(({ row, problems, cells }) => ({ ...Object.fromEntries(cells), row, problems }));
}

function judge({ cells, problems }: ReadRecord, ids: ReadonlyMap<string, number>): void {
  const wrong = (column: string, code: string, value: string) =>
    problems.push({ column, code, value: value.slice(0, 100) });
  const id = cells.get('sourcedId') ?? '';
  if (id === '') wrong('sourcedId', 'missing', id);
  else if (id.length > LONGEST_ID) wrong('sourcedId', 'too_big', id);
  else if ((ids.get(id) ?? 0) > 1) wrong('sourcedId', 'twice', id);
  // Only a delta says what is gone.
  const status = cells.get('status') ?? '';
  if (status !== '' && status !== 'active') wrong('status', 'status', status);
  for (const [column, value] of cells) if (/^[=+\-@]/.test(value)) wrong(column, 'formula', value);
}

function readTable(
  name: string,
  content: string,
  needed: readonly string[],
): { columns: string[]; records: string[][] } {
  const at = `files.${name}`;
  if (content.includes('\uFFFD') || content.includes('\u0000') || !content.isWellFormed())
    throw wrongField(at, 'encoding', 'The file is not UTF-8');
  const [columns, ...records] = cellsOf(at, content);
  if (!columns) throw wrongField(at, 'header', 'The file has no headings');
  const errors = needed
    .filter((column) => !columns.includes(column))
    .map((column): FieldError => {
      const message = `${name} has no column "${column}"`;
      return { field: `${at}.${column}`, code: 'missing_column', message };
    });
  if (errors.length > 0) throw new DomainProblem('request.invalid', { errors });
  const twice = columns.find((column, place) => column !== '' && columns.indexOf(column) !== place);
  if (twice !== undefined)
    throw wrongField(`${at}.${twice}`, 'column_twice', `${name} has the column "${twice}" twice`);
  return { columns, records };
}

function cellsOf(at: string, content: string): string[][] {
  try {
    const cells: string[][] = parse(content, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    return cells.map((record) => record.map((cell) => cell.trim()));
  } catch (error) {
    if (error instanceof CsvError) throw wrongField(at, 'malformed', error.message);
    throw error;
  }
}
