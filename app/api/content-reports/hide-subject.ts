import type { ContentReportView, ReportSubjectKind } from '@/lib/contracts/http/content-report';
import { hideMessage } from '@/lib/domain/conversation/hide-message';
import { hideReported } from '@/lib/domain/forum/moderate';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

interface Hiding {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly id: string;
}

/** How each kind of thing is taken from its readers, by the part of the product that it is of. */
const hiders: Readonly<Record<ReportSubjectKind, (tx: EventfulTx, hiding: Hiding) => Promise<void>>> = {
  message: (tx, { actor, id }) => hideMessage(tx, { messageId: id, by: actor.userId }),
  forum_post: (tx, hiding) => hideReported(tx, { ...hiding, kind: 'forum_post' }),
  forum_reply: (tx, hiding) => hideReported(tx, { ...hiding, kind: 'forum_reply' }),
};

/** Hides what a report is about. */
export const hideSubject =
  (by: Omit<Hiding, 'id'>) =>
  async (tx: EventfulTx, report: ContentReportView): Promise<void> =>
    hiders[report.subject_kind](tx, { ...by, id: report.subject_id });
