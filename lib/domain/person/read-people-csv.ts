import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { wrongField } from '../problem';

const columns = ['email', 'name', 'role', 'department', 'register_no'] as const;
export type ImportColumn = (typeof columns)[number];

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

/**
 * Reads a CSV file of people: commas or the semicolons of a spreadsheet, with or without a byte order mark, quoted cells
 * that hold line breaks. Columns are known by their headings; others are passed over.
 * @throws {DomainProblem} `request.invalid` at `content`: `encoding`, `malformed`, `header`, `too_big`
 */
export function readPeopleCsv(content: string): FileRow[] {
  if (content.includes('\uFFFD') || content.includes('\u0000'))
    throw wrongField('content', 'encoding', 'The file is not UTF-8');
  const [heading = [], ...records] = cellsOf(content);
  const places = heading.map((cell) => {
    const name = cell.trim().toLowerCase();
    return columns.find((column) => column === name.replaceAll(' ', '_')) ?? names[name];
  });
  const found = places.filter((place) => place !== undefined);
  if (!found.includes('email')) throw wrongField('content', 'header', 'There is no column "email"');
  if (new Set(found).size < found.length) throw wrongField('content', 'header', 'A column is there twice');
  if (records.length > MOST_ROWS) throw wrongField('content', 'too_big', `At most ${MOST_ROWS} rows`);
  return records.map((cells, index) => {
    const row: FileRow = { row: index + 2, email: '' };
    places.forEach((place, at) => {
      if (place) row[place] = plain(cells[at] ?? '');
    });
    row.email = row.email.toLowerCase();
    return row;
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
