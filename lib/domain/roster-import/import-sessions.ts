import * as z from 'zod';
import { WriteTerm } from '@/lib/contracts/http/course-requests';
import { wrongField } from '../problem';
import { listTerms } from '../term/queries';
import { writeTerm } from '../term/write-term';
import type { RosterRows } from './roster-rows';
import { checked, compare, type RosterRun, requireParent, Skipped, settle } from './roster-run';

type SessionRow = RosterRows['academicSessions'][number];

const taken = new Set(['term', 'semester']);
const others = new Set(['gradingPeriod', 'schoolYear']);
const columns = {
  code: 'title',
  name: 'title',
  academic_year: 'schoolYear',
  starts_on: 'startDate',
  ends_on: 'endDate',
  other: 'title',
};
const LONGEST_CODE = 20;

/** Terms and semesters become terms; school years and grading periods are passed over. */
export async function importSessions(run: RosterRun): Promise<void> {
  const known = new Map((await listTerms(run.tx)).map((term) => [term.id, term]));
  for (const row of run.rows.academicSessions)
    await settle(run, { part: 'academicSessions', row, label: row.title, columns }, async () => {
      if (others.has(row.type)) throw new Skipped('type');
      if (!taken.has(row.type)) throw wrongField('type', 'unknown', 'Is no type of a session');
      requireParent(run, 'academicSessions', row.parentSourcedId);
      const terms = [...known.values()];
      const names = [row.title, row.sourcedId];
      const link = run.links.find('academicSessions', row.sourcedId);
      const isFree = (id: string) => run.links.sourceOf('academicSessions', id) === undefined;
      const before = link
        ? (known.get(link.targetId) ?? null)
        : (terms.find(({ id, code }) => names.includes(code) && isFree(id)) ?? null);
      const used = new Set(terms.map(({ code }) => code));
      const code = before?.code ?? names.find((name) => name.length <= LONGEST_CODE && !used.has(name));
      if (code === undefined)
        throw wrongField('code', 'no_code', 'Neither title nor sourcedId is a free code');
      const after = factsOf(row);
      // The days on which students may enrol by themselves are said here, not in the file.
      const term = checked(WriteTerm, { ...before, ...after, code });
      const { kind, changes } = compare(before && pick(before), after, link !== undefined);
      if (before && changes.length === 0) return { kind, id: before.id };
      const written = await writeTerm(run.unitOfWork, {
        ...run,
        ...(before && { over: { id: before.id, ifMatch: before.version } }),
        term,
      });
      known.set(written.id, written);
      return { kind, changes, id: written.id };
    });
}

const factsOf = (row: SessionRow) => ({
  name: row.title,
  academic_year: /^\d{4}$/.test(row.schoolYear) ? Number(row.schoolYear) : null,
  starts_on: row.startDate,
  ends_on: lastDayBefore(row.endDate),
});

const pick = ({ name, academic_year, starts_on, ends_on }: ReturnType<typeof factsOf>) => ({
  name,
  academic_year,
  starts_on,
  ends_on,
});

/** The standard's last day is the first after it; what is no date is left for the schema to refuse. */
function lastDayBefore(date: string): string {
  if (!z.iso.date().safeParse(date).success) return date;
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
