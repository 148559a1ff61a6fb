import * as z from 'zod';
import { CourseView } from '@/lib/contracts/http/course';
import { AnswerOffer } from '@/lib/contracts/http/course-requests';
import { answerOffer } from '@/lib/domain/course/answer-offer';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Take an offered seat, or leave it to who is next',
    tag: 'courses',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    body: AnswerOffer,
    result: CourseView,
    problems: ['resource.not_found', 'enrollment.no_offer'],
  },
  ({ params, body, user, correlationId, services }) =>
    answerOffer(services.unitOfWork, { actor: user, correlationId, courseId: params.id, ...body }),
);
