'use client';

import { clsx } from 'clsx';
import { Archive, ArchiveRestore, Check, MailOpen } from 'lucide-react';
import { type ComponentProps, memo, type ReactNode, type Ref } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { RowText } from '@/components/ui/row-text';
import { useIsFresh } from '@/lib/client/realtime/realtime-provider';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { NewDot, useReadingState } from './reading-state';
import type { NotificationActions } from './use-notification-actions';

interface InboxRowProps extends Omit<ComponentProps<'li'>, 'children'> {
  row: NotificationView;
  href: string;
  isOpen: boolean;
  isNew: boolean;
  onOpen: (id: string) => void;
  actions: NotificationActions;
  /** Its box, while one selects. */
  selection: ReactNode;
  ref?: Ref<HTMLLIElement>;
}

/** A row of the inbox: the dot says new, strong letters not read yet. */
export const InboxRow = memo(function InboxRow({
  row,
  href,
  isOpen,
  isNew,
  onOpen,
  actions,
  selection,
  className,
  ...item
}: InboxRowProps) {
  const { inbox } = useText();
  const isFresh = useIsFresh(row.id);
  const [isUnread, isArchived] = [row.read_at === null, row.archived_at !== null];
  const prefix = useReadingState(isNew, isUnread);
  return (
    <li
      {...item}
      data-fresh={isFresh || undefined}
      className={clsx(
        'flex items-start gap-3 border-b py-3.5 pr-1',
        isOpen ? 'bg-accent-tint' : 'hover:bg-sunken/60 has-focus-visible:bg-sunken/60',
        isFresh && 'washed',
        className,
      )}
    >
      {selection}
      <NewDot isNew={isNew} />
      <RowText
        title={row.title}
        text={row.message}
        at={row.created_at}
        priority={row.priority}
        href={href}
        strong={isUnread}
        isCurrent={isOpen}
        prefix={prefix}
        withdrawn={row.withdrawn_at ? inbox.withdrawn : undefined}
        onOpen={(event) => {
          // With a key held the browser opens another tab.
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          onOpen(row.id);
        }}
      />
      <span className="relative -my-2.5 flex md:-my-1.5">
        <Button
          look="quiet"
          size="icon"
          aria-label={isUnread ? inbox.markTitleRead(row.title) : inbox.markTitleUnread(row.title)}
          title={isUnread ? inbox.markRead : inbox.markUnread}
          onClick={() => actions.toggleRead(row)}
        >
          <Icon of={isUnread ? Check : MailOpen} />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label={isArchived ? inbox.restoreTitle(row.title) : inbox.archiveTitle(row.title)}
          title={isArchived ? inbox.restore : inbox.archive}
          onClick={() => actions.toggleArchived(row)}
        >
          <Icon of={isArchived ? ArchiveRestore : Archive} />
        </Button>
      </span>
    </li>
  );
});
