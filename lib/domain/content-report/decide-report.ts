import type { ContentReportView } from '@/lib/contracts/http/content-report';
import type { DecideContentReport } from '@/lib/contracts/http/content-report-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { tellPeople } from '../notification/tell-people';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { readReport } from './list-reports';
import { listModerators } from './report-content';
import { reportNotices } from './report-notices';

interface Decision {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly id: string;
  readonly given: DecideContentReport;
  /** Hides what was reported, in this transaction; what is gone already stays gone. */
  readonly hide: (tx: EventfulTx, report: ContentReportView) => Promise<void>;
}

/**
 * Closes a report and all others of the same thing. Whoever reported it is told what came of it, and the others who
 * moderate that nothing is left to do.
 * @throws {DomainProblem} `resource.not_found`, `content_report.closed`
 */
export async function decideReport(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, given, hide }: Decision,
): Promise<ContentReportView> {
  return unitOfWork.run({ correlationId }, async (tx) => {
    const before = await readReport(tx, actor, id);
    const { rows: closed } = await tx.query<{ id: string; reporter_id: string }>(CLOSE, [
      before.subject_id,
      given.outcome,
      given.note,
      actor.userId,
    ]);
    if (!closed.some((report) => report.id === before.id)) throw new DomainProblem('content_report.closed');
    if (given.hide) await hide(tx, before);
    for (const report of closed)
      await recordChange(
        tx,
        { actor, correlationId },
        {
          action: `content_report.${given.outcome}`,
          subjectKind: 'content_report',
          subjectId: report.id,
          before: { status: 'open' },
          after: { status: given.outcome, hidden: given.hide, subject: before.subject_id },
          reason: given.note,
        },
      );
    await tell(tx, { actor, report: before, given, reporterIds: closed.map((report) => report.reporter_id) });
    return readReport(tx, actor, id);
  });
}

interface Told {
  readonly actor: SignedIn;
  readonly report: ContentReportView;
  readonly given: DecideContentReport;
  readonly reporterIds: readonly string[];
}

async function tell(tx: EventfulTx, { actor, report, given, reporterIds }: Told): Promise<void> {
  const { excerpt, course, context_url } = report;
  const common = { kind: 'moderation', priority: 'low' } as const;
  await tellPeople(tx, {
    ...common,
    userIds: reporterIds.filter((id) => id !== actor.userId),
    actionUrl: context_url || '/inbox',
    write: ({ locale }) =>
      reportNotices(locale).decided({ excerpt, wasRight: given.outcome === 'resolved', note: given.note }),
  });
  const others = await listModerators(tx, course?.id ?? null, [
    actor.userId,
    report.author.id,
    ...reporterIds,
  ]);
  await tellPeople(tx, {
    ...common,
    userIds: others,
    actionUrl: '/admin/reports?show=over',
    write: ({ locale }) =>
      reportNotices(locale).closed({ course: course?.code ?? '', by: actor.name, excerpt }),
  });
}

/** Whoever comes second waits for the rows and finds none open. */
const CLOSE = `
  UPDATE content_report SET status = $2::report_status, resolution = $3, resolved_by = $4, resolved_at = now()
  WHERE subject_id = $1 AND status = 'open' RETURNING id, reporter_id`;
