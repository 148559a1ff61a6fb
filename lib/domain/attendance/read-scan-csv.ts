import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { wrongField } from '../problem';

/** A row of a file of scans, as it was written. */
export const FileScan = z.object({
  row: z.int(),
  student: z.string(),
  scanned_at: z.string(),
  /** Empty: by the time of the scan. */
  status: z.string(),
});
export type FileScan = z.infer<typeof FileScan>;

type Column = 'student' | 'email' | 'register_no' | 'scanned_at' | 'date' | 'time' | 'status';

/** What people and devices call these columns. */
const names: Readonly<Record<string, Column>> = {
  student: 'student',
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  register_no: 'register_no',
  'register number': 'register_no',
  'register no': 'register_no',
  matrikelnummer: 'register_no',
  scanned_at: 'scanned_at',
  'scanned at': 'scanned_at',
  timestamp: 'scanned_at',
  zeitpunkt: 'scanned_at',
  date: 'date',
  datum: 'date',
  time: 'time',
  zeit: 'time',
  uhrzeit: 'time',
  status: 'status',
};

const MOST_ROWS = 10_000;

/**
 * Reads a CSV file of scans: who (`student`, `email` or `register_no`), when (`scanned_at`, or `date` and `time`) and, where
 * the time shall not decide, as what (`status`). Other columns are passed over.
 * @throws {DomainProblem} `request.invalid` at `content`: `encoding`, `malformed`, `header`, `too_big`
 */
export function readScanCsv(content: string): FileScan[] {
  if (content.includes('\uFFFD') || content.includes('\u0000'))
    throw wrongField('content', 'encoding', 'The file is not UTF-8');
  const [heading = [], ...records] = cellsOf(content);
  const columns = heading.map((cell) => names[cell.trim().toLowerCase()]);
  const known = columns.filter((column) => column !== undefined);
  if (new Set(known).size < known.length) throw wrongField('content', 'header', 'A column is there twice');
  const has = (column: Column) => known.includes(column);
  if (!has('student') && !has('email') && !has('register_no'))
    throw wrongField('content', 'header', 'There is no column "student", "email" or "register_no"');
  if (!has('scanned_at') && !(has('date') && has('time')))
    throw wrongField('content', 'header', 'There is no column "scanned_at", nor "date" and "time"');
  if (records.length > MOST_ROWS) throw wrongField('content', 'too_big', `At most ${MOST_ROWS} rows`);
  return records.map((cells, index) => {
    const cell = (column: Column) => plain(cells[columns.indexOf(column)] ?? '');
    return {
      row: index + 2,
      student: cell('student') || cell('email') || cell('register_no'),
      scanned_at: cell('scanned_at') || [cell('date'), cell('time')].filter(Boolean).join(' '),
      status: cell('status'),
    };
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
