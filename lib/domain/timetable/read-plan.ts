import type { Plan, PlanDiff } from '@/lib/contracts/http/plan';
import type { SqlTx } from '@/lib/infra/db/sql';
import { countChanges, diffPlan, type RowsDiff } from './diff-plan';
import { listConcerned } from './list-concerned';
import { readTimetable } from './list-timetables';
import { conflictView, findPlanConflicts } from './plan-conflicts';
import { planEntryOf, readPlanRows } from './plan-rows';
import { findTimetable } from './take-timetable';
import { lecturesMissing, readTeachingNeeds } from './teaching-need';

/** A draft with what is in its way. @throws {DomainProblem} `resource.not_found` */
export async function readPlan(sql: SqlTx, id: string): Promise<Plan> {
  const timetable = await findTimetable(sql, id);
  const draft = await readPlanRows(sql, id, 'draft');
  const published = await readPlanRows(sql, id, 'published');
  const found = await findPlanConflicts(sql, timetable, draft);
  const missing = lecturesMissing(await readTeachingNeeds(sql, timetable), draft);
  return {
    timetable: await readTimetable(sql, id),
    entries: draft.map(planEntryOf),
    conflicts: found.map((each) => conflictView(each, id)),
    unpublished: countChanges(diffPlan(published, draft)),
    missing: missing.reduce((sum, each) => sum + each.missing, 0),
  };
}

/** What publishing would change, and for how many. @throws {DomainProblem} `resource.not_found` */
export async function readDiff(sql: SqlTx, id: string): Promise<PlanDiff> {
  const timetable = await findTimetable(sql, id);
  const draft = await readPlanRows(sql, id, 'draft');
  const diff = diffPlan(await readPlanRows(sql, id, 'published'), draft);
  const found = await findPlanConflicts(sql, timetable, draft);
  return {
    timetable_id: id,
    version: timetable.version,
    ...viewOf(diff),
    conflicts: found.map((each) => conflictView(each, id)),
    people: (await listConcerned(sql, diff)).size,
  };
}

const viewOf = ({ added, changed, removed }: RowsDiff) => ({
  added: added.map(planEntryOf),
  changed: changed.map(({ before, after, fields }) => ({
    before: planEntryOf(before),
    after: planEntryOf(after),
    fields: [...fields],
  })),
  removed: removed.map(planEntryOf),
});
