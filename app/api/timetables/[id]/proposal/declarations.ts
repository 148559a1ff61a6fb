import * as z from 'zod';
import { ProposeTimetable } from '@/lib/contracts/http/plan-requests';
import { TimetableProposal } from '@/lib/contracts/http/timetable-proposal';

const one = {
  tag: 'timetable',
  access: ['admin'],
  params: z.object({ id: z.string() }),
  problems: ['resource.not_found'],
} as const;

export const beginOne = {
  ...one,
  summary: 'Begin to search a better place for every class of a draft that is not locked',
  body: ProposeTimetable,
  status: 202,
  result: TimetableProposal,
  problems: ['resource.not_found', 'timetable.proposal_running', 'timetable.no_place'],
} as const;

export const readOne = {
  ...one,
  summary: 'How far the search is, and the penalty of the best so far by part',
  result: TimetableProposal,
} as const;

export const endOne = {
  ...one,
  summary: 'End the search and keep the best so far; of one that has ended, forget it',
  result: z.undefined(),
  status: 204,
} as const;
