'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Flag } from 'lucide-react';
import { OpenOrOver, useIsOpenAsked } from '@/components/layout/open-or-over';
import { useContentReportText } from '@/lib/client/content-report/content-report-text';
import { reportListOptions } from '@/lib/client/content-report/list-reports';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { ReportRow } from './report-row';

/** What people have reported: the open ones, live, or what was decided. */
export function ReportsPage() {
  const text = useContentReportText();
  const open = useIsOpenAsked();
  const list = useInfiniteQuery(reportListOptions({ open }));
  const keys = useListKeys();
  const none = open ? text.noneOpen : text.noneOver;
  return (
    <OpenOrOver text={text} icon={Flag} list={list} none={none} ref={keys}>
      {(report) => <ReportRow report={report} />}
    </OpenOrOver>
  );
}
