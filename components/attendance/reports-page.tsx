'use client';

import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useReportText } from '@/lib/client/attendance/report-text';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { AtRiskReport } from './at-risk-report';
import { MadeReports } from './made-reports';
import { NotTakenReport } from './not-taken-report';

const kinds = ['not-taken', 'percentage', 'consecutive', 'made'] as const;

/** What is left to be taken, who is at risk, and files of marks; which of them, in the address. */
export function ReportsPage() {
  const text = useReportText();
  const address = useAddressFilter();
  const kind = kinds.find((each) => each === address.get('show')) ?? 'not-taken';
  return (
    <>
      <PageHeader title={text.title} />
      <StaleNote />
      <div className="mb-4">
        <SegmentedControl
          label={text.show}
          options={kinds.map((value) => ({ value, label: text.kinds[value] }))}
          value={kind}
          onChange={(value) => address.set({ show: value === 'not-taken' ? '' : value })}
        />
      </div>
      {kind === 'not-taken' && <NotTakenReport />}
      {(kind === 'percentage' || kind === 'consecutive') && <AtRiskReport key={kind} rule={kind} />}
      {kind === 'made' && <MadeReports />}
    </>
  );
}
