/**
 * Loads a problem of the timetabling competition's `.ctt` format as a demo university: `npm run import:ctt -- FILE`. It goes
 * into the database of DATABASE_URL, or into the product's own, whether that runs or not.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { CttError } from '@/lib/domain/timetable-proposal/read-ctt';
import { inTransaction } from '@/lib/infra/db/sql';
import { readCttUniversity } from '@/prisma/seed/ctt-university';
import { DEMO_PASSWORD } from '@/prisma/seed/demo-password';
import { type ImportedUniversity, importCttUniversity } from '@/prisma/seed/import-ctt-university';
import { findRunningDatabase } from './start/find-running-database';
import { checkDatabase, openEmbeddedDatabase } from './start/open-database';
import { migrate } from './start/prepare-database';
import { readSettings } from './start/read-settings';
import { takeLock } from './start/take-lock';

const dataFolder = path.resolve(process.env.NIMBUSU_DATA || '.data');
const undo: (() => Promise<void> | void)[] = [];

try {
  const instance = readInstance(readArguments());
  const { url, demo } = await openDatabase();
  await migrate(url);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  // `end` does not wait for the server's side, which may be stopped next; statements under way reject by themselves.
  pool.on('error', () => undefined);
  undo.push(() => pool.end());
  print(await inTransaction(pool, (tx) => importCttUniversity(tx, instance, { demo })), demo);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  for (const step of undo.reverse()) await step();
}

function readArguments(): string {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error('Give one file: npm run import:ctt -- FILE');
  return file;
}

function readInstance(file: string) {
  try {
    return readCttUniversity(readFileSync(file, 'utf8'));
  } catch (error) {
    throw error instanceof CttError ? new Error(`${file}, ${error.message}`) : error;
  }
}

async function openDatabase(): Promise<{ url: string; demo: boolean }> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const { settings, embeddedDatabase } = readSettings({ dataFolder, dev: false });
  const demo = settings.SEED_DEMO;
  const answering = embeddedDatabase ? findRunningDatabase(dataFolder) : settings.DATABASE_URL;
  if (answering !== null) {
    await checkDatabase(answering);
    return { url: answering, demo };
  }
  undo.push(takeLock(dataFolder));
  const { url, server } = await openEmbeddedDatabase(dataFolder);
  undo.push(() => server.stop());
  return { url, demo };
}

function print({ university, term, added }: ImportedUniversity, demo: boolean): void {
  const { department, people, courses, rooms, entries, unavailable } = university;
  const teachers = people.filter(({ role }) => role === 'faculty');
  const students = people.filter(({ role }) => role === 'student');
  console.log(
    added > 0
      ? `${department.name}, ${term}: ${added} rows added`
      : `${department.name}, ${term}: it was there, nothing changed`,
  );
  console.log(
    `  ${courses.length} courses, ${teachers.length} teachers, ${students.length} students, ${rooms.length} rooms`,
  );
  console.log(
    `  a draft of ${entries.length} lectures; ${unavailable.length} periods in which a course cannot be`,
  );
  const [teacher, student] = [teachers[0]?.email, students[0]?.email];
  console.log(
    demo
      ? `  sign in as ${[teacher, student].filter(Boolean).join(' or ')}, password ${DEMO_PASSWORD}`
      : '  its accounts are locked (SEED_DEMO is off)',
  );
}
