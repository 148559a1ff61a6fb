import * as z from 'zod';
import { ImportMapping } from './person-import';
import { humanText } from './text';

/** The largest file, in characters. */
export const IMPORT_LENGTH = 4_000_000;

/** `POST /api/people/imports`: a CSV file with headings, commas or semicolons between the cells. */
export const ImportPeople = z.strictObject({
  file_name: humanText(1, 200).meta({ examples: ['people.csv'] }),
  content: z
    .string()
    .min(1)
    .max(IMPORT_LENGTH)
    .meta({ examples: ['email,name,role\nada@nimbusu.test,Ada Lovelace,student\n'] }),
  /** Without it the columns are known by what their headings are usually called. */
  mapping: z.optional(ImportMapping),
});
export type ImportPeople = z.output<typeof ImportPeople>;

/** `POST /api/people/imports/{id}/confirm`: the digest that the dry run gave. */
export const ConfirmImport = z.strictObject({
  digest: z
    .string()
    .min(1)
    .max(100)
    .meta({ examples: ['n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'] }),
});
