'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { announcementListOptions } from '@/lib/client/announcement/list-announcements';
import { urgentFilter } from '@/lib/client/announcement/urgent-filter';
import { pageItems } from '@/lib/client/http/page-items';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementList } from '@/lib/contracts/http/announcement';

/** Comes with the page that has something urgent; the others do without. */
const UrgentRows = dynamic(() => import('./urgent-rows').then((module) => module.UrgentRows));

/**
 * What is urgent stands above every page until its reader has acknowledged it: the newest in sight, the others behind it.
 * `initial` comes with the page, so nothing moves when it is there from the beginning.
 */
export function UrgentBanner({ initial }: { initial: AnnouncementList }) {
  const text = useText().reading;
  const list = useInfiniteQuery({
    ...announcementListOptions(urgentFilter),
    initialData: { pages: [initial], pageParams: [null] },
  });
  const rows = pageItems(list.data);
  const [newest] = rows;
  // Once there, it stays: it has to give the focus on when the last row goes.
  const [hasBeen, setHasBeen] = useState(false);
  if (newest && !hasBeen) setHasBeen(true);
  return (
    <>
      {/* Always there, so that what comes into it is said. */}
      <p role="alert" className="sr-only">
        {newest && text.urgent.alert(newest.title, rows.length)}
      </p>
      {hasBeen && <UrgentRows rows={rows} hasMore={list.hasNextPage} />}
    </>
  );
}
