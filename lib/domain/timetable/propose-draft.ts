import type { ProposalCheck, TimetableProposal } from '@/lib/contracts/http/timetable-proposal';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { checkTimetable } from '../timetable-proposal/check-timetable';
import type { KeptProposal, Proposals } from './keep-proposals';
import { draftProblem } from './proposal-instance';
import { readProposalInput } from './read-proposal-input';
import { findTimetable } from './take-timetable';

/**
 * Begins to search a better place for every class of a draft that may move, and one for each lecture that courses need and
 * the draft does not have.
 * @throws {DomainProblem} `resource.not_found`; `timetable.no_place` when there are more classes than places;
 * `timetable.proposal_running`
 */
export async function proposeDraft(
  sql: SqlTx,
  proposals: Proposals,
  { timetableId, seconds }: { timetableId: string; seconds: number },
): Promise<TimetableProposal> {
  const timetable = await findTimetable(sql, timetableId);
  const problem = draftProblem(await readProposalInput(sql, timetable));
  if (!problem.isPossible) throw new DomainProblem('timetable.no_place');
  const started = proposals.start({ timetableId, version: timetable.version, seconds, problem });
  return viewProposal(started);
}

/** @throws {DomainProblem} `resource.not_found` for a timetable that is none */
export async function readProposal(
  sql: SqlTx,
  proposals: Proposals,
  timetableId: string,
): Promise<TimetableProposal> {
  await findTimetable(sql, timetableId);
  return viewProposal(proposals.find(timetableId));
}

/** Ends the search, keeping the best so far; a search that has ended is forgotten. @throws {DomainProblem} `resource.not_found` */
export function cancelProposal(proposals: Proposals, timetableId: string): void {
  if (!proposals.cancel(timetableId)) throw new DomainProblem('resource.not_found');
}

function viewProposal(kept: KeptProposal | null): TimetableProposal {
  if (!kept) return { proposal: null };
  const { status, progress, seconds, version, best, problem } = kept;
  const changes = best && problem.changesOf(best);
  return {
    proposal: {
      status,
      progress,
      seconds,
      version,
      best: best && viewCheck(checkTimetable(problem.instance, best)),
      moved: changes?.moves.length ?? 0,
      added: changes?.additions.length ?? 0,
    },
  };
}

const viewCheck = ({
  hard,
  soft,
  violations,
  penalty,
}: ReturnType<typeof checkTimetable>): ProposalCheck => ({
  hard: {
    lectures: hard.lectures,
    room_occupancy: hard.roomOccupancy,
    conflicts: hard.conflicts,
    availability: hard.availability,
  },
  soft: {
    room_capacity: soft.roomCapacity,
    minimum_working_days: soft.minimumWorkingDays,
    isolated_lectures: soft.isolatedLectures,
    room_stability: soft.roomStability,
  },
  violations,
  penalty,
});
