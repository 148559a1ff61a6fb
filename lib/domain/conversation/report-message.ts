import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { reportContent } from '../content-report/report-content';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takeConversation } from './membership';
import { takeMessage } from './take-message';

/**
 * Tells those who moderate of a message that one may read.
 * @throws {DomainProblem} `resource.not_found`, `conversation.message_deleted`
 */
export async function reportMessage(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; messageId: string; reason: string },
): Promise<void> {
  const { actor, correlationId, id, messageId, reason } = request;
  await unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await takeConversation(tx, actor.userId, id);
    const message = await takeMessage(tx, actor.userId, conversation, messageId);
    if (message.deleted_at !== null) throw new DomainProblem('conversation.message_deleted');
    await reportContent(tx, {
      subjectKind: 'message',
      subjectId: message.id,
      courseId: conversation.course_id,
      excerpt: message.text,
      authorId: message.sender_id,
      reporterId: actor.userId,
      reason,
    });
  });
}
