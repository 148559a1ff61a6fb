import * as z from 'zod';
import { SmsReceipt } from '@/lib/contracts/http/sms-requests';
import { takeReceipt } from '@/lib/domain/notification-channel/take-receipt';
import { programRoute } from '../route-wrapper';

export const POST = programRoute(
  {
    summary: 'What became of a text message, as the gateway says',
    tag: 'service',
    secret: 'smsReceipts',
    body: SmsReceipt,
    result: z.undefined(),
    status: 204,
    problems: ['resource.not_found'],
  },
  async ({ body, correlationId, services }) => {
    await takeReceipt(services.unitOfWork, { receipt: body, correlationId });
    return undefined;
  },
);
