import { useInfiniteQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { PageSection } from '@/components/course/page-section';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { exportPath, madeReportsOptions } from '@/lib/client/attendance/list-reports';
import { useReportText } from '@/lib/client/attendance/report-text';
import { pageItems } from '@/lib/client/http/page-items';
import { useMe } from '@/lib/client/session/me-context';
import { useFormat } from '@/lib/client/text/text-context';
import type { AttendanceReportView } from '@/lib/contracts/http/attendance-report';
import { MakeReportForm } from './make-report-form';

/** Makes a file of marks, and has those that were made in the last week. */
export function MadeReports() {
  const text = useReportText();
  const list = useInfiniteQuery(madeReportsOptions());
  const reports = pageItems(list.data);
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <PageSection title={text.make}>
        <MakeReportForm />
      </PageSection>
      <PageSection title={text.files}>
        {list.isPending && <ListSkeleton label={text.loading} rows={2} />}
        {list.isError && !list.data && (
          <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
        )}
        {list.data && reports.length === 0 && (
          <EmptyState icon={FileText} title={text.filesNone.title}>
            {text.filesNone.text}
          </EmptyState>
        )}
        <ul>
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </ul>
        <LoadMore list={list} />
      </PageSection>
    </div>
  );
}

function ReportRow({ report }: { report: AttendanceReportView }) {
  const text = useReportText();
  const format = useFormat();
  const me = useMe();
  const { requested_by: by } = report;
  return (
    <li className="border-b py-2">
      <a
        href={exportPath.made(report.id)}
        download
        aria-label={text.downloadFile(report.file_name)}
        className="inline-block py-1.5 wrap-anywhere text-accent hover:underline"
      >
        <bdi>{report.file_name}</bdi>
      </a>
      <p className="text-sm wrap-anywhere text-ink-2">
        {[
          text.rows(report.row_count),
          text.until(format.date(report.expires_at)),
          ...(by.id === me.id ? [] : [text.by(by.name)]),
        ].join(', ')}
      </p>
    </li>
  );
}
