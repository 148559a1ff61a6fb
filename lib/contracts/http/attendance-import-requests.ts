import * as z from 'zod';
import { humanText } from './text';

/** The largest file, in characters. */
const IMPORT_LENGTH = 2_000_000;

/** `POST /api/attendance/imports`: a CSV file of scans with headings, commas or semicolons between the cells. */
export const ImportScans = z.strictObject({
  course_id: z.uuid(),
  file_name: humanText(1, 200).meta({ examples: ['scans.csv'] }),
  content: z
    .string()
    .min(1)
    .max(IMPORT_LENGTH)
    .meta({ examples: ['student,scanned_at\nada@nimbusu.test,2026-11-27 10:02\n'] }),
});
export type ImportScans = z.output<typeof ImportScans>;

/** `POST /api/attendance/imports/{id}/confirm`: the digest that the dry run gave. */
export const ConfirmScans = z.strictObject({
  digest: z
    .string()
    .min(1)
    .max(100)
    .meta({ examples: ['n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'] }),
});
