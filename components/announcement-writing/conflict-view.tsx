'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formOf } from '@/lib/client/announcement/announcement-change';
import type { AnnouncementDraft } from '@/lib/client/announcement/announcement-form';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { compareVersions } from './compare-versions';
import { useLastChange } from './use-last-change';

export type Decision = 'takeTheirs' | 'keepMine' | 'goOn';

interface ConflictViewProps {
  mine: AnnouncementDraft;
  theirs: AnnouncementView;
  zone: string;
  onDecide: (decision: Decision) => void;
}

/** Both versions beside each other, with what differs marked. Closing it loses nothing: one goes on editing. */
export function ConflictView({ mine, theirs, zone, onDecide }: ConflictViewProps) {
  const text = useWritingText();
  const words = useText().announcement.audience;
  const format = useFormat();
  const departments = useQuery(departmentListOptions()).data?.items ?? [];
  const rows = compareVersions(mine, formOf(theirs, zone), { text, words, format, departments });
  const { conflict } = text;
  // The words are always there to compare; of the rest, what is the same on both sides is named and no more.
  const isShown = (row: (typeof rows)[number]) => row.differs || ['title', 'content'].includes(row.field);
  const same = rows.filter((row) => !isShown(row)).map(({ label }) => label);
  const change = useLastChange(theirs);
  const by = change ? conflict.theirsBy(change.name, change.when) : conflict.theirs;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onDecide('goOn')}
      title={conflict.title}
      description={
        <>
          <p>{conflict.text}</p>
          <p>
            {conflict.status}: {conflict.statuses[theirs.status]}
          </p>
        </>
      }
      isWide
      actions={
        <>
          <Button onClick={() => onDecide('goOn')}>{conflict.goOn}</Button>
          <Button onClick={() => onDecide('takeTheirs')}>{conflict.takeTheirs}</Button>
          <Button look="primary" onClick={() => onDecide('keepMine')}>
            {conflict.keepMine}
          </Button>
        </>
      }
    >
      {rows.every(({ differs }) => !differs) && <p>{conflict.same}</p>}
      <table className="w-full table-fixed border-collapse text-start align-top">
        <thead>
          <tr>
            {[conflict.yours, by].map((heading) => (
              <th key={heading} scope="col" className="border-b px-2 py-1.5 text-start font-strong">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {rows.filter(isShown).map(({ field, label, mine: own, theirs: other, differs }) => (
          <tbody key={field}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={2}
                className="px-2 pt-3 text-start text-sm font-normal text-ink-3"
              >
                {label} {differs && <Badge tone="warn">{conflict.differs}</Badge>}
              </th>
            </tr>
            <tr className="border-b">
              {[own, other].map((value, side) => (
                <td
                  key={side === 0 ? 'mine' : 'theirs'}
                  dir="auto"
                  className={clsx(
                    'px-2 pt-1 pb-3 align-top whitespace-pre-wrap wrap-anywhere',
                    differs && 'bg-warn-tint',
                  )}
                >
                  {value}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
      {same.length > 0 && <p className="text-sm text-ink-3">{conflict.sameFields(format.list(same))}</p>}
    </Dialog>
  );
}
