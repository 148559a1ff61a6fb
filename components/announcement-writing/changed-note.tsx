'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { useLastChange } from './use-last-change';
import type { Writing } from './use-writing';

interface ChangedNoteProps {
  writing: Writing;
  /** The announcement as pushes keep it. */
  latest: AnnouncementView | undefined;
  isGone: boolean;
  isSending: boolean;
  onCompare: (theirs: AnnouncementView) => void;
}

/**
 * Says when somebody else changed what is being edited, before it is saved. Where nothing has been typed the form follows
 * by itself.
 */
export function ChangedNote({ writing, latest, isGone, isSending, onCompare }: ChangedNoteProps) {
  const text = useWritingText().conflict;
  const [hasFollowed, setHasFollowed] = useState(false);
  const isNewer = latest !== undefined && writing.base !== null && latest.version > writing.base.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: decided when a newer version comes, not at each key
  useEffect(() => {
    if (!isNewer || isSending) return;
    if (writing.isDirty()) return setHasFollowed(false);
    writing.adopt(latest);
    setHasFollowed(true);
  }, [isNewer, latest, isSending]);
  return (
    <div role="status" className="empty:hidden">
      {isGone ? (
        <Note>{text.deleted}</Note>
      ) : isNewer && !isSending ? (
        <Note>
          <ChangedBy latest={latest} />
          <Button size="small" onClick={() => onCompare(latest)}>
            {text.compare}
          </Button>
        </Note>
      ) : (
        hasFollowed && <Note>{text.followed}</Note>
      )}
    </div>
  );
}

/** By whom and when, as soon as that is known. */
function ChangedBy({ latest }: { latest: AnnouncementView }) {
  const text = useWritingText().conflict;
  const change = useLastChange(latest);
  return change ? text.changedBy(change.name, change.when) : text.changed;
}

function Note({ children }: { children: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-warn pl-3">
      {children}
    </div>
  );
}
