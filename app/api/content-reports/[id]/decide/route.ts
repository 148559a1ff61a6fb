import * as z from 'zod';
import { ContentReportView } from '@/lib/contracts/http/content-report';
import { DecideContentReport } from '@/lib/contracts/http/content-report-requests';
import { decideReport } from '@/lib/domain/content-report/decide-report';
import { userRoute } from '../../../route-wrapper';
import { hideSubject } from '../../hide-subject';

export const POST = userRoute(
  {
    summary: 'Decide a report and all others of the same thing, and perhaps hide what it is about',
    tag: 'forum',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    body: DecideContentReport,
    result: ContentReportView,
    problems: ['resource.not_found', 'content_report.closed'],
  },
  ({ params, body, user, correlationId, services }) =>
    decideReport(services.unitOfWork, {
      actor: user,
      correlationId,
      id: params.id,
      given: body,
      hide: hideSubject({ actor: user, correlationId }),
    }),
);
