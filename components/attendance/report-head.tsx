import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useReportText } from '@/lib/client/attendance/report-text';

/** What a table shows, and the same as a file. */
export function ReportHead({ href, children }: { href: string; children: ReactNode }) {
  const text = useReportText();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-3">
      <p className="max-w-prose text-ink-2">{children}</p>
      <Button asChild size="small">
        <a href={href} download>
          <Icon of={Download} /> {text.download}
        </a>
      </Button>
    </div>
  );
}
