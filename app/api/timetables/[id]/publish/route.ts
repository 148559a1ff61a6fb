import * as z from 'zod';
import { PlanDiff } from '@/lib/contracts/http/plan';
import { PublishTimetable } from '@/lib/contracts/http/plan-requests';
import { publishPlan } from '@/lib/domain/timetable/publish-plan';
import { versionTag } from '../../../conditional-request';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Publish a draft, and tell those for whom something is another now',
    tag: 'timetable',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: PublishTimetable,
    bodyOptional: true,
    result: PlanDiff,
    ifMatch: 'required',
    etag: ({ version }) => versionTag(version),
    problems: ['resource.not_found', 'timetable.conflict'],
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    publishPlan(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      id: params.id,
      ifMatch,
      reason: body.reason,
    }),
);
