'use client';

import { clsx } from 'clsx';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { Acknowledge } from './acknowledge';

interface UrgentRowsProps {
  /** Newest first. */
  rows: readonly AnnouncementView[];
  /** There are more than these. */
  hasMore: boolean;
}

/** The strip of what is urgent: the newest in sight, the others on demand. Nothing while there is none. */
export function UrgentRows({ rows, hasMore }: UrgentRowsProps) {
  const text = useText().reading;
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const hasMany = rows.length > 1;
  const shown = isOpen && hasMany ? rows : rows.slice(0, 1);
  const { section, keepFocus } = useFocusOnNext(rows.length);
  const count = format.number(rows.length) + (hasMore ? '+' : '');
  if (rows.length === 0) return null;
  return (
    <section
      ref={section}
      aria-label={text.urgent.label}
      data-urgent={isOpen && hasMany ? 'open' : ''}
      className="border-t border-danger/40 bg-danger-tint"
    >
      <div
        className={clsx(
          'mx-auto flex max-w-5xl flex-wrap items-center gap-x-3 px-4 md:flex-nowrap md:px-6',
          isOpen && 'max-h-[50dvh] items-start overflow-y-auto',
        )}
      >
        <ul className="min-w-0 grow">
          {shown.map((announcement) => (
            <li
              key={announcement.id}
              className="relative flex min-h-12 items-center gap-3 py-1.5 md:min-h-11"
            >
              <Icon of={TriangleAlert} className="shrink-0 text-danger" />
              <Link
                href={`/announcements/${announcement.id}`}
                className="min-w-0 grow rounded-sm font-strong after:absolute after:inset-0 hover:underline"
              >
                <bdi className="line-clamp-2 wrap-anywhere md:line-clamp-1">{announcement.title}</bdi>
              </Link>
              <Acknowledge announcement={announcement} onAsked={keepFocus} />
            </li>
          ))}
        </ul>
        {hasMany && (
          <button
            type="button"
            aria-expanded={isOpen}
            className="min-h-11 shrink-0 rounded-sm text-sm font-strong text-danger hover:underline"
            onClick={() => setIsOpen((last) => !last)}
          >
            {isOpen ? text.urgent.fold : text.urgent.many(count)}
          </button>
        )}
      </div>
    </section>
  );
}

/** An acknowledged row goes, and its button with it: the focus goes to the next one, or to the page after the last. */
function useFocusOnNext(count: number) {
  const section = useRef<HTMLElement>(null);
  const isAwaited = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that a row has gone is what it waits for
  useEffect(() => {
    if (!isAwaited.current) return;
    isAwaited.current = false;
    const next = section.current?.querySelector<HTMLElement>('li button');
    (next ?? document.getElementById('content'))?.focus({ preventScroll: true });
  }, [count]);
  const keepFocus = () => {
    isAwaited.current = true;
  };
  return { section, keepFocus };
}
