'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { announcementListOptions } from '@/lib/client/announcement/list-announcements';
import { pageItems } from '@/lib/client/http/page-items';
import { useText } from '@/lib/client/text/text-context';
import { Acknowledge } from './acknowledge';

const filter = { scope: 'received', priority: 'urgent', unacknowledged: true } as const;

/** What is urgent stands above every page until its reader has acknowledged it: the newest in sight, the others behind it. */
export function UrgentBanner() {
  const text = useText().announcement.urgent;
  const [isOpen, setIsOpen] = useState(false);
  const rows = pageItems(useInfiniteQuery(announcementListOptions(filter)).data);
  const [newest] = rows;
  const shown = isOpen ? rows : rows.slice(0, 1);
  return (
    <section aria-label={text.label} hidden={!newest} className="border-b border-danger bg-danger-tint">
      {/* Always there, so that what comes into it is said. */}
      <p role="alert" className="sr-only">
        {newest && text.alert(newest.title, rows.length)}
      </p>
      <div className="mx-auto max-w-5xl px-4 md:px-6">
        <ul>
          {shown.map((announcement) => (
            <li key={announcement.id} className="relative flex min-h-12 items-center gap-3 py-1.5">
              <Icon of={TriangleAlert} className="shrink-0 text-danger" />
              <Link
                href={`/announcements/${announcement.id}`}
                className="min-w-0 grow rounded-sm font-strong wrap-anywhere after:absolute after:inset-0 hover:underline"
              >
                <bdi className="line-clamp-2">{announcement.title}</bdi>
              </Link>
              <Acknowledge announcement={announcement} />
            </li>
          ))}
        </ul>
        {rows.length > 1 && (
          <button
            type="button"
            aria-expanded={isOpen}
            className="mb-1.5 min-h-11 rounded-sm font-strong text-danger hover:underline md:min-h-8"
            onClick={() => setIsOpen((last) => !last)}
          >
            {isOpen ? text.fold : text.many(rows.length)}
          </button>
        )}
      </div>
    </section>
  );
}
