import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { reportContent } from '../content-report/report-content';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takePost, takeReply } from './take-contribution';
import { threadPath } from './tell-forum';

interface Report {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly id: string;
  readonly reason: string;
}

/** @throws {DomainProblem} `resource.not_found`, `content_report.own` */
export async function reportPost(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, reason }: Report,
): Promise<void> {
  await unitOfWork.run({ correlationId }, async (tx) => {
    const { post, forum } = await takePost(tx, actor, id);
    if (post.deleted_at !== null) throw new DomainProblem('resource.not_found');
    if (post.author.id === actor.userId) throw new DomainProblem('content_report.own');
    await reportContent(tx, {
      subjectKind: 'forum_post',
      subjectId: id,
      courseId: forum.course.id,
      excerpt: `${post.title}\n\n${post.content}`,
      authorId: post.author.id,
      reporterId: actor.userId,
      reason,
      contextUrl: threadPath(forum.course.id, id),
    });
  });
}

/** @throws {DomainProblem} `resource.not_found`, `content_report.own` */
export async function reportReply(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, reason }: Report,
): Promise<void> {
  await unitOfWork.run({ correlationId }, async (tx) => {
    const { reply, post, forum } = await takeReply(tx, actor, id);
    if (reply.author.id === actor.userId) throw new DomainProblem('content_report.own');
    await reportContent(tx, {
      subjectKind: 'forum_reply',
      subjectId: id,
      courseId: forum.course.id,
      excerpt: reply.content,
      authorId: reply.author.id,
      reporterId: actor.userId,
      reason,
      contextUrl: threadPath(forum.course.id, post.id, id),
    });
  });
}
