import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { useContentReportText } from '@/lib/client/content-report/content-report-text';
import type { ContentReportView } from '@/lib/contracts/http/content-report';
import { DecideReport } from './decide-report';

/** One report: what was said, what is wrong with it, and what can be done, or was. */
export function ReportRow({ report }: { report: ContentReportView }) {
  const text = useContentReportText();
  const { course, context_url, status } = report;
  return (
    <li className="grid gap-2 border-b py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 wrap-anywhere">
          <Badge>{text.kinds[report.subject_kind]}</Badge>
          {status !== 'open' && (
            <Badge tone={status === 'resolved' ? 'accent' : 'neutral'}>{text.statuses[status]}</Badge>
          )}
          {course && <span className="tabular-nums">{course.code}</span>}
          <bdi className="font-strong">{text.by(report.author.name)}</bdi>
        </p>
        <RelativeTime at={report.created_at} className="text-sm text-ink-3" />
      </div>
      <blockquote
        dir="auto"
        className="max-h-60 max-w-prose overflow-y-auto border-l-2 border-line-strong pl-3 whitespace-pre-line wrap-anywhere"
      >
        {report.excerpt}
      </blockquote>
      <p className="max-w-prose wrap-anywhere text-ink-2">
        {text.reportedBy(report.reporter.name)}
        {': '}
        <bdi>{report.reason}</bdi>
      </p>
      {context_url !== '' && (
        <p>
          <Link
            href={context_url}
            data-row=""
            className="inline-flex min-h-11 items-center text-accent hover:underline md:min-h-0"
          >
            {text.inPlace}
          </Link>
        </p>
      )}
      {report.resolved_by && (
        <p className="max-w-prose wrap-anywhere text-ink-2">
          {text.decidedBy(report.resolved_by.name)}
          {report.resolution && (
            <>
              {': '}
              <bdi>{report.resolution}</bdi>
            </>
          )}
        </p>
      )}
      {status === 'open' && <DecideReport report={report} />}
    </li>
  );
}
