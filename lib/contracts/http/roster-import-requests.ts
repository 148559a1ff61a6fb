import * as z from 'zod';
import { MOST_SEATS } from './course-requests';

/** The largest file, in characters. */
export const ROSTER_FILE_LENGTH = 4_000_000;

const content = z.string().max(ROSTER_FILE_LENGTH).optional();

/**
 * `POST /api/roster-imports`: the CSV files of OneRoster 1.1 by their names. Without `manifest.csv` each file holds all there
 * is (`bulk`).
 */
export const ImportRoster = z.strictObject({
  files: z
    .strictObject({
      'manifest.csv': content,
      'orgs.csv': content,
      'academicSessions.csv': content,
      'users.csv': content,
      'courses.csv': content,
      'classes.csv': content,
      'enrollments.csv': content,
    })
    .meta({ examples: [{ 'orgs.csv': 'sourcedId,name,type,identifier\nd1,Mathematics,department,MATH\n' }] }),
  /** A new course has so many seats, and as many as the files put students into it. */
  seats: z.int().min(1).max(MOST_SEATS).default(30),
});
export type ImportRoster = z.output<typeof ImportRoster>;

/** `POST /api/roster-imports/{id}/confirm`: the digest that the dry run gave. */
export const ConfirmRoster = z.strictObject({
  digest: z
    .string()
    .min(1)
    .max(100)
    .meta({ examples: ['n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'] }),
});
