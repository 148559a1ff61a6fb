import { DomainProblem } from '../problem';
import type { Placement } from '../timetable-proposal/instance';
import { searchTimetable } from '../timetable-proposal/propose-timetable';
import type { DraftProblem } from './proposal-instance';

/** A proposal for a draft that is being searched for, or was. */
export interface KeptProposal {
  readonly timetableId: string;
  /** Of the draft it began from. */
  readonly version: number;
  readonly seconds: number;
  readonly problem: DraftProblem;
  status: 'running' | 'done' | 'cancelled' | 'failed';
  /** From 0 to 1. */
  progress: number;
  /** The best so far; `null` until every class has its first place. */
  best: readonly Placement[] | null;
}

export interface Proposals {
  /** @throws {DomainProblem} `timetable.proposal_running` while one of this timetable is, or too many others are */
  readonly start: (
    asked: Pick<KeptProposal, 'timetableId' | 'version' | 'seconds' | 'problem'>,
  ) => KeptProposal;
  readonly find: (timetableId: string) => KeptProposal | null;
  /** Ends it when it runs, keeping the best so far; otherwise forgets it. Whether there was one. */
  readonly cancel: (timetableId: string) => boolean;
  readonly forget: (proposal: KeptProposal) => void;
}

const MOST_RUNNING = 2;
const MOST_KEPT = 20;
const SLICE_MS = 10;
const PAUSE_MS = 5;

/** The proposals of one process, in its memory. The search has the event loop for 10 ms, then requests have it. */
export function createProposals(onFailed: (error: unknown) => void): Proposals {
  // In the order of their start.
  const kept = new Map<string, KeptProposal>();
  const countRunning = () => [...kept.values()].filter(({ status }) => status === 'running').length;

  const forgetOldest = () => {
    for (const [id, { status }] of kept) if (kept.size > MOST_KEPT && status !== 'running') kept.delete(id);
  };

  return {
    start(asked) {
      if (kept.get(asked.timetableId)?.status === 'running' || countRunning() >= MOST_RUNNING)
        throw new DomainProblem('timetable.proposal_running');
      const proposal: KeptProposal = { ...asked, status: 'running', progress: 0, best: null };
      kept.delete(asked.timetableId);
      kept.set(asked.timetableId, proposal);
      forgetOldest();
      searchInSlices(proposal, onFailed);
      return proposal;
    },
    find: (timetableId) => kept.get(timetableId) ?? null,
    cancel(timetableId) {
      const proposal = kept.get(timetableId);
      if (proposal?.status === 'running') proposal.status = 'cancelled';
      else kept.delete(timetableId);
      return proposal !== undefined;
    },
    forget(proposal) {
      if (kept.get(proposal.timetableId) === proposal) kept.delete(proposal.timetableId);
    },
  };
}

function searchInSlices(proposal: KeptProposal, onFailed: (error: unknown) => void): void {
  const { instance, locked } = proposal.problem;
  const search = searchTimetable(instance, { seconds: proposal.seconds, locked });
  const work = () => {
    const until = performance.now() + SLICE_MS;
    try {
      while (proposal.status === 'running' && performance.now() < until) {
        const { done: isOver, value } = search.next();
        if (value) {
          proposal.best = value.placements;
          proposal.progress = isOver ? 1 : value.done;
        }
        if (isOver) proposal.status = 'done';
      }
    } catch (error) {
      proposal.status = 'failed';
      onFailed(error);
    }
    if (proposal.status === 'running') wait(PAUSE_MS);
  };
  // A process that ends does not wait for it.
  const wait = (ms: number) => setTimeout(work, ms).unref();
  wait(0);
}
