'use client';

import { clsx } from 'clsx';
import { AlarmClock, Archive, CheckCheck, ChevronDown, ChevronRight } from 'lucide-react';
import { type ComponentProps, type Ref, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/relative-time';
import type { RowGroup } from '@/lib/client/notification/group-rows';
import { useGroupText } from '@/lib/client/notification/list-groups';
import { useIsFresh } from '@/lib/client/realtime/realtime-provider';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { NewDot } from './reading-state';
import { SnoozeChoice } from './snooze-choice';
import type { ChangeGroup } from './use-group-actions';

interface GroupRowProps extends Omit<ComponentProps<'li'>, 'children'> {
  group: RowGroup;
  newest: NotificationView;
  isOpen: boolean;
  isNew: boolean;
  toggle: (newest: NotificationView) => void;
  changeGroup: ChangeGroup;
  ref?: Ref<HTMLLIElement>;
}

/** Several that belong together: how many, and the newest; a press shows each. */
export function GroupRow({
  group,
  newest,
  isOpen,
  isNew,
  toggle,
  changeGroup,
  className,
  ...item
}: GroupRowProps) {
  const text = useGroupText();
  const [isSnoozing, setIsSnoozing] = useState(false);
  const isFresh = useIsFresh(newest.id);
  const title = text.title(group.count, newest.category, group.course);
  const tools = [
    { label: text.read, icon: CheckCheck, run: () => changeGroup(group, 'read') },
    { label: text.archive, icon: Archive, run: () => changeGroup(group, 'archived') },
    { label: text.snooze, icon: AlarmClock, run: () => setIsSnoozing(!isSnoozing) },
  ];
  return (
    <li
      {...item}
      data-fresh={isFresh || undefined}
      className={clsx(
        'border-b py-3.5 pr-1 hover:bg-sunken/60 has-focus-visible:bg-sunken/60',
        isFresh && 'washed',
        className,
      )}
    >
      <div className="relative flex items-start gap-3">
        <NewDot isNew={isNew} />
        <div className="grid min-w-0 grow gap-x-4 gap-y-0.5 md:grid-cols-[minmax(0,1fr)_auto]">
          <button
            type="button"
            data-row=""
            aria-expanded={isOpen}
            className="flex items-center gap-1 text-left font-strong wrap-anywhere after:absolute after:inset-0"
            onClick={() => toggle(newest)}
          >
            <Icon of={isOpen ? ChevronDown : ChevronRight} />
            {title}
          </button>
          <RelativeTime at={newest.created_at} className="text-sm text-ink-3 max-md:order-last" />
          <p className="truncate text-ink-2 md:col-span-2">
            <bdi>{newest.title}</bdi>
          </p>
        </div>
        {group.count > 0 && (
          <span className="relative -my-2.5 flex md:-my-1.5">
            {tools.map(({ label, icon, run }) => (
              <Button
                key={label}
                look="quiet"
                size="icon"
                aria-label={`${label}: ${title}`}
                title={label}
                onClick={run}
              >
                <Icon of={icon} />
              </Button>
            ))}
          </span>
        )}
      </div>
      {isSnoozing && (
        <div className="mt-3 ml-6">
          <SnoozeChoice
            onChoose={(until) => {
              setIsSnoozing(false);
              changeGroup(group, 'snoozed', until);
            }}
          />
        </div>
      )}
    </li>
  );
}
