import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { ImportColumn, type ImportMapping } from '@/lib/contracts/http/person-import';
import { wrongField } from '../problem';

/** A row as it was written: a cell that the file has no column for is absent, and then stays as it is. */
export const FileRow = z.object({
  row: z.int(),
  email: z.string(),
  name: z.string().optional(),
  role: z.string().optional(),
  department: z.string().optional(),
  register_no: z.string().optional(),
});
export type FileRow = z.infer<typeof FileRow>;

/** What people call these columns. */
const names: Readonly<Record<string, ImportColumn>> = {
  'e-mail': 'email',
  mail: 'email',
  'full name': 'name',
  rolle: 'role',
  fachbereich: 'department',
  'department code': 'department',
  'register number': 'register_no',
  'register no': 'register_no',
  matrikelnummer: 'register_no',
};

const MOST_ROWS = 20_000;

/** What a file says, by which of its columns. */
export interface PeopleFile {
  readonly rows: FileRow[];
  readonly headings: string[];
  readonly mapping: ImportMapping;
}

/**
 * Reads a CSV file of people: commas or the semicolons of a spreadsheet, with or without a byte order mark, quoted cells
 * that hold line breaks. Columns are known by the mapping, or else by their headings; others are passed over.
 * @throws {DomainProblem} `request.invalid` at `content`: `encoding`, `malformed`, `header`, `too_big`; at `mapping.<column>`:
 * `unknown`, `twice`
 */
export function readPeopleCsv(content: string, mapping?: ImportMapping): PeopleFile {
  if (content.includes('\uFFFD') || content.includes('\u0000'))
    throw wrongField('content', 'encoding', 'The file is not UTF-8');
  const [heading = [], ...records] = cellsOf(content);
  const headings = heading.map((cell) => cell.trim());
  const used = mapping ?? guessMapping(headings);
  const places = placesOf(headings, used);
  if (records.length > MOST_ROWS) throw wrongField('content', 'too_big', `At most ${MOST_ROWS} rows`);
  const rows = records.map((cells, index) => {
    const row: FileRow = { row: index + 2, email: '' };
    for (const [column, at] of places) row[column] = plain(cells[at] ?? '');
    row.email = row.email.toLowerCase();
    return row;
  });
  return { rows, headings, mapping: used };
}

function guessMapping(headings: readonly string[]): ImportMapping {
  const columnOf = (heading: string) => {
    const name = heading.toLowerCase();
    return ImportColumn.options.find((column) => column === name.replaceAll(' ', '_')) ?? names[name];
  };
  const found = headings.flatMap((heading) => columnOf(heading) ?? []);
  if (!found.includes('email')) throw wrongField('content', 'header', 'There is no column "email"');
  if (new Set(found).size < found.length) throw wrongField('content', 'header', 'A column is there twice');
  const headingOf = (column: ImportColumn) =>
    headings.find((heading) => columnOf(heading) === column) ?? null;
  return {
    email: headingOf('email'),
    name: headingOf('name'),
    role: headingOf('role'),
    department: headingOf('department'),
    register_no: headingOf('register_no'),
  };
}

function placesOf(headings: readonly string[], mapping: ImportMapping): [ImportColumn, number][] {
  if (mapping.email === null) throw wrongField('mapping.email', 'missing', 'Say which column is the email');
  return ImportColumn.options.flatMap((column): [ImportColumn, number][] => {
    const heading = mapping[column];
    if (heading === null) return [];
    const places = headings.flatMap((each, at) => (each === heading ? at : []));
    const [at] = places;
    if (at === undefined) throw wrongField(`mapping.${column}`, 'unknown', 'There is no such heading');
    if (
      places.length > 1 ||
      ImportColumn.options.some((other) => other !== column && mapping[other] === heading)
    )
      throw wrongField(`mapping.${column}`, 'twice', 'The heading is there twice, or named twice');
    return [[column, at]];
  });
}

/** The quote before what looks like a formula, as an export writes it, is not part of the text. */
const plain = (cell: string) => cell.trim().replace(/^'(?=[=+\-@])/, '');

function cellsOf(content: string): string[][] {
  const [first = ''] = content.split('\n', 1);
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  try {
    const cells: string[][] = parse(content, {
      bom: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    return cells;
  } catch (error) {
    if (error instanceof CsvError) throw wrongField('content', 'malformed', error.message);
    throw error;
  }
}
