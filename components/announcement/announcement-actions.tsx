'use client';

import { Archive, ArchiveRestore, Ellipsis, Pin, PinOff, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuItem } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { useArchiveAnnouncement } from '@/lib/client/announcement/archive-announcement';
import { useEditAnnouncement } from '@/lib/client/announcement/edit-announcement';
import { useUnscheduleAnnouncement } from '@/lib/client/announcement/unschedule-announcement';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

const DeleteDialog = dynamic(() => import('./delete-dialog').then((module) => module.DeleteDialog));

interface AnnouncementActionsProps {
  announcement: AnnouncementView;
  /** Where to go when it is gone. */
  listHref: string;
}

/** What its author can do with an announcement as a whole. */
export function AnnouncementActions({ announcement, listHref }: AnnouncementActionsProps) {
  const { reach: text, problem } = useText();
  const router = useRouter();
  const edit = useEditAnnouncement();
  const archive = useArchiveAnnouncement();
  const unschedule = useUnscheduleAnnouncement();
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, version, status, pinned_at, title } = announcement;
  const isArchived = status === 'archived';
  const isPinned = pinned_at !== null;
  const told = (message: string) => ({
    onSuccess: () => {
      toast.success(message);
    },
    onError: (error: Error) => {
      toast.error(describeProblem(problem, error));
    },
  });
  return (
    <div className="flex gap-2">
      {status === 'scheduled' && (
        <Button
          disabled={unschedule.isPending}
          onClick={() => unschedule.mutate(id, told(text.scheduleCancelled))}
        >
          {text.cancelSchedule}
        </Button>
      )}
      <Menu
        trigger={
          <Button look="quiet" size="icon" aria-label={text.actions.more}>
            <Icon of={Ellipsis} />
          </Button>
        }
      >
        {status === 'published' && (
          <MenuItem
            icon={isPinned ? PinOff : Pin}
            onSelect={() =>
              edit.mutate(
                { id, version, change: { pinned: !isPinned } },
                told(isPinned ? text.actions.unpinned : text.actions.pinned),
              )
            }
          >
            {isPinned ? text.actions.unpin : text.actions.pin}
          </MenuItem>
        )}
        <MenuItem
          icon={isArchived ? ArchiveRestore : Archive}
          onSelect={() =>
            archive.mutate(
              { id, archived: !isArchived },
              told(isArchived ? text.actions.unarchived : text.actions.archived),
            )
          }
        >
          {isArchived ? text.actions.unarchive : text.actions.archive}
        </MenuItem>
        <MenuItem icon={Trash2} onSelect={() => setIsDeleting(true)}>
          {text.actions.delete}
        </MenuItem>
      </Menu>
      {isDeleting && (
        <DeleteDialog
          announcement={announcement}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => {
            router.push(listHref);
            toast.success(text.actions.deleted(title));
          }}
        />
      )}
    </div>
  );
}
