import { clsx } from 'clsx';
import type { MouseEvent } from 'react';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Priority } from '@/lib/contracts/http/announcement';
import { PriorityBadge } from './priority-badge';

interface RowTextProps {
  title: string;
  text: string;
  at: string;
  priority: Priority;
  href: string;
  /** Stands out, as what is unread does. */
  strong?: boolean;
  /** Said before the title to those who do not see how it stands out. */
  prefix?: string | undefined;
  /** Not true any more, and said so in this word. */
  withdrawn?: string | undefined;
  /** The one that is open beside the list. */
  isCurrent?: boolean;
  onOpen?: ((event: MouseEvent) => void) | undefined;
}

/** The words of a list row. Its link covers the whole row, so the row must be `relative`. */
export function RowText({
  title,
  text,
  at,
  priority,
  href,
  strong = true,
  prefix,
  withdrawn,
  isCurrent,
  onOpen,
}: RowTextProps) {
  return (
    <div className="grid min-w-0 grow gap-x-4 gap-y-0.5 md:grid-cols-[minmax(0,1fr)_auto]">
      <p className={clsx('wrap-anywhere', strong ? 'font-strong' : 'text-ink-2')}>
        <Link
          href={href}
          data-row=""
          aria-current={isCurrent || undefined}
          className="after:absolute after:inset-0"
          onClick={onOpen}
        >
          {prefix !== undefined && <span className="sr-only">{prefix}: </span>}
          {withdrawn === undefined ? (
            <bdi>{title}</bdi>
          ) : (
            <>
              {withdrawn}: <s>{title}</s>
            </>
          )}
        </Link>
      </p>
      <RelativeTime at={at} className="text-sm text-ink-3 max-md:order-last" />
      <div className="flex items-start gap-2 md:col-span-2">
        <PriorityBadge priority={priority} />
        <p className="line-clamp-2 min-w-0 max-w-prose wrap-anywhere text-ink-2 md:line-clamp-1" dir="auto">
          {text}
        </p>
      </div>
    </div>
  );
}
