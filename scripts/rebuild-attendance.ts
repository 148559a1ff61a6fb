/**
 * Builds the numbers of attendance anew from the log of marks: `npm run attendance:rebuild [-- --dry-run]`. It prints what
 * differs. It goes to the database of DATABASE_URL, or to the product's own while that runs.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { rebuildTotals } from '@/lib/domain/attendance/rebuild-totals';
import { createDatabase } from '@/lib/infra/db/database';
import { findRunningDatabase } from './start/find-running-database';
import { readSettings } from './start/read-settings';

try {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
  const dryRun = values['dry-run'];
  const database = createDatabase(databaseUrl(), { applicationName: 'nimbusu-rebuild' });
  const began = performance.now();
  const { marks, totals, different, differences } = await rebuildTotals(database, { dryRun }).finally(() =>
    database.close(),
  );
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  for (const { course_id, student_id, kept, rebuilt } of differences)
    console.log(
      `course ${course_id}, student ${student_id}: ${kept ?? 'nothing'} -> ${rebuilt ?? 'nothing'}`,
    );
  if (different > differences.length) console.log(`and ${different - differences.length} more`);
  const done = dryRun ? 'would be other ones' : 'are other ones now';
  console.log(`${marks} marks, the numbers of ${totals} in ${seconds} s; ${different} ${done}`);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function databaseUrl(): string {
  const dataFolder = path.resolve(process.env.NIMBUSU_DATA || '.data');
  const { settings, embeddedDatabase } = readSettings({ dataFolder, dev: false });
  const url = embeddedDatabase ? findRunningDatabase(dataFolder) : settings.DATABASE_URL;
  if (url === null) throw new Error('The product’s own database does not run: start the product first');
  return url;
}
