import * as z from 'zod/mini';

/** What the independent checker counts of the best so far, by part. */
export const ProposalCheck = z.object({
  /** What cannot be: each part must be 0. */
  hard: z.object({
    lectures: z.int(),
    room_occupancy: z.int(),
    conflicts: z.int(),
    availability: z.int(),
  }),
  /** What should not be, weighted. */
  soft: z.object({
    room_capacity: z.int(),
    minimum_working_days: z.int(),
    isolated_lectures: z.int(),
    room_stability: z.int(),
  }),
  violations: z.int(),
  penalty: z.int(),
});
export type ProposalCheck = z.infer<typeof ProposalCheck>;

export const ProposalStatus = z.enum(['running', 'done', 'cancelled', 'failed']);
export type ProposalStatus = z.infer<typeof ProposalStatus>;

/** `GET /api/timetables/{id}/proposal`; `null` when none was asked for. */
export const TimetableProposal = z.object({
  proposal: z.nullable(
    z.object({
      status: ProposalStatus,
      /** From 0 to 1: how much of its time has gone. */
      progress: z.number(),
      seconds: z.int(),
      /** Of the draft it began from: accepting names it. */
      version: z.int(),
      /** `null` until every class has its first place. */
      best: z.nullable(ProposalCheck),
      /** How many classes of the draft it would move. */
      moved: z.int(),
      /** How many it would add: what courses need and the draft does not have. */
      added: z.int(),
    }),
  ),
});
export type TimetableProposal = z.infer<typeof TimetableProposal>;

/** `POST /api/timetables/{id}/proposal/accept` */
export const AcceptedProposal = z.object({
  /** Of the draft now. */
  version: z.int(),
  moved: z.int(),
  added: z.int(),
});
export type AcceptedProposal = z.infer<typeof AcceptedProposal>;
