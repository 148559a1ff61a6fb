import { acceptAnswer } from '@/lib/domain/forum/accept-answer';
import { userRoute } from '../../../../route-wrapper';
import { acceptOne } from '../declarations';

export const POST = userRoute(acceptOne, ({ params, body, user, correlationId, services }) =>
  acceptAnswer(services.unitOfWork, { actor: user, correlationId, id: params.id, replyId: body.reply_id }),
);
