'use client';

import { Archive, ArchiveRestore, CalendarX, Ellipsis, Pin, PinOff, SquarePen, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { useMe } from '@/lib/client/session/me-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { editHref } from './author-places';
import { DeleteDialog } from './delete-dialog';
import { useAuthorActions } from './use-author-actions';

interface AnnouncementActionsProps {
  announcement: AnnouncementView;
  /** Editing too, where no link leads to it. */
  withEdit?: boolean;
  /** Called when it is deleted: where it was shown there is nothing any more. */
  onDeleted?: () => void;
}

/** What its author can do with an announcement as a whole; nothing for who may not announce any more. */
export function AnnouncementActions({ announcement, withEdit, onDeleted }: AnnouncementActionsProps) {
  const { actions: text, cancelSchedule } = useReachText();
  const router = useRouter();
  const { may_announce } = useMe();
  const actions = useAuthorActions(announcement);
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, status, pinned_at, title } = announcement;
  const isArchived = status === 'archived';
  const isPinned = pinned_at !== null;
  if (!may_announce) return null;
  return (
    <>
      <Menu
        trigger={
          <Button
            look="quiet"
            size="icon"
            className="relative -my-1"
            aria-label={text.moreOf(title)}
            title={text.more}
          >
            <Icon of={Ellipsis} />
          </Button>
        }
      >
        {withEdit && !isArchived && (
          <MenuItem icon={SquarePen} onSelect={() => router.push(editHref(id))}>
            {text.edit}
          </MenuItem>
        )}
        {status === 'scheduled' && (
          <MenuItem icon={CalendarX} onSelect={actions.unschedule}>
            {cancelSchedule}
          </MenuItem>
        )}
        {!isArchived && (
          <MenuItem icon={isPinned ? PinOff : Pin} onSelect={() => actions.pin(!isPinned)}>
            {isPinned ? text.unpin : text.pin}
          </MenuItem>
        )}
        <MenuItem icon={isArchived ? ArchiveRestore : Archive} onSelect={() => actions.archive(!isArchived)}>
          {isArchived ? text.unarchive : text.archive}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={Trash2} onSelect={() => setIsDeleting(true)}>
          {text.delete}
        </MenuItem>
      </Menu>
      {isDeleting && (
        <DeleteDialog
          announcement={announcement}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => {
            toast.success(text.deleted(title));
            onDeleted?.();
          }}
        />
      )}
    </>
  );
}
