import * as z from 'zod';
import { ConflictPreview } from '@/lib/contracts/http/plan';
import { PreviewEntry } from '@/lib/contracts/http/plan-requests';
import { previewEntry } from '@/lib/domain/timetable/preview-entry';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'The conflicts a class would be in at another place; nothing is written',
    tag: 'timetable',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: PreviewEntry,
    result: ConflictPreview,
    problems: ['resource.not_found'],
  },
  ({ params, body, services }) => previewEntry(services.database.sql, params.id, body),
);
