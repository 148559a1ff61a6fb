import * as z from 'zod';
import { PlanDiff } from '@/lib/contracts/http/plan';
import { readDiff } from '@/lib/domain/timetable/read-plan';
import { versionTag } from '../../../conditional-request';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What publishing a draft changes for readers, old and new, and how many are told',
    tag: 'timetable',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: PlanDiff,
    etag: ({ version }) => versionTag(version),
    problems: ['resource.not_found'],
  },
  ({ params, services }) => readDiff(services.database.sql, params.id),
);
