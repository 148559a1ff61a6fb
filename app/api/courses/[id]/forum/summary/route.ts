import { readSummary } from '@/lib/domain/forum/list-posts';
import { userRoute } from '../../../../route-wrapper';
import { readSummaryOf } from '../declarations';

export const GET = userRoute(readSummaryOf, ({ params, user, services }) =>
  readSummary(services.database.sql, user, params.id),
);
