'use client';

import { useQuery } from '@tanstack/react-query';
import { FetchedPage } from '@/components/layout/fetched-page';
import { BackLink } from '@/components/ui/back-link';
import { Link } from '@/components/ui/link';
import { PriorityBadge } from '@/components/ui/priority-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { announcementOptions } from '@/lib/client/announcement/get-announcement';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { useMe } from '@/lib/client/session/me-context';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { Acknowledge } from './acknowledge';
import { AnnouncementBody } from './announcement-body';
import { reachHref } from './author-places';
import { EarlierVersions } from './earlier-versions';
import { StateNote } from './state-note';
import { StatusBadge } from './status-badge';

/** One announcement, to read. */
export function AnnouncementPage({ id, listHref }: { id: string; listHref: string }) {
  const { announcement: text, reading } = useText();
  const query = useQuery(announcementOptions(id));
  return (
    <>
      <BackLink href={listHref}>{text.all}</BackLink>
      <FetchedPage
        query={query}
        loading={text.loadingOne}
        rows={2}
        notLoaded={text.oneNotLoaded}
        // What was here a moment ago has been taken away from under the eyes of its reader.
        missing={query.data ? reading.gone : text.missing}
      >
        {(announcement) => <Announcement announcement={announcement} />}
      </FetchedPage>
    </>
  );
}

function Announcement({ announcement }: { announcement: AnnouncementView }) {
  return (
    <article className="max-w-prose">
      <h1 className="text-xl wrap-anywhere" dir="auto">
        {announcement.title}
      </h1>
      <Facts announcement={announcement} />
      <StateNote announcement={announcement} />
      <div className="mt-5 text-md">
        <AnnouncementBody text={announcement.content} />
      </div>
      <div className="mt-6">
        <Acknowledge announcement={announcement} look="primary" />
      </div>
      <EarlierVersions announcement={announcement} />
    </article>
  );
}

function Facts({ announcement }: { announcement: AnnouncementView }) {
  const { announcement: text, reading } = useText();
  const format = useFormat();
  const me = useMe();
  const { id, status, priority, created_by, published_at, created_at, expires_at, revised_at } = announcement;
  const isAuthor = me.role === 'admin' || created_by.id === me.id;
  return (
    <p className="mt-2 mb-5 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3">
      {status !== 'published' && <StatusBadge status={status} />}
      <PriorityBadge priority={priority} />
      <bdi>{created_by.name}</bdi>
      <span aria-hidden="true">·</span>
      <RelativeTime at={published_at ?? created_at} />
      {revised_at !== null && (
        <>
          <span aria-hidden="true">·</span>
          <span>
            {reading.revisions.edited} <RelativeTime at={revised_at} />
          </span>
        </>
      )}
      {expires_at !== null && (
        <>
          <span aria-hidden="true">·</span>
          <time dateTime={expires_at}>{text.until(format.dateTime(expires_at))}</time>
        </>
      )}
      {isAuthor && (
        <>
          <span aria-hidden="true">·</span>
          <ReachLink id={id} />
        </>
      )}
    </p>
  );
}

function ReachLink({ id }: { id: string }) {
  const text = useReachText();
  return (
    <Link href={reachHref(id)} className="-my-2.5 rounded-sm py-2.5 text-accent hover:underline">
      {text.title}
    </Link>
  );
}
