'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { LiveRow } from '@/components/realtime/live-row';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { PriorityBadge } from '@/components/ui/priority-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { describeAudience } from './describe-audience';
import { PublishDialog } from './publish-dialog';

/** An announcement as those who write them see it: with its audience, and a draft with the way to publish it. */
export function AuthorRow({ announcement }: { announcement: AnnouncementView }) {
  const { announcement: text, reach } = useText();
  const { status } = reach;
  const format = useFormat();
  const departments = useQuery(departmentListOptions());
  const [isAsking, setIsAsking] = useState(false);
  const audience = describeAudience(announcement, departments.data?.items ?? [], {
    words: text.audience,
    format,
  });
  const isDraft = announcement.status === 'draft';
  return (
    <LiveRow
      id={announcement.id}
      className="relative flex items-center gap-3 px-1 py-3 hover:bg-sunken/60 md:py-2"
    >
      <div className="min-w-0 grow md:flex md:items-baseline md:gap-4">
        <p className="min-w-0 font-strong wrap-anywhere md:grow md:truncate">
          <Link
            href={`/announcements/${announcement.id}/reach`}
            data-row=""
            className="after:absolute after:inset-0"
          >
            <bdi>{announcement.title}</bdi>
          </Link>
        </p>
        <p className="flex shrink-0 flex-wrap items-center gap-x-2 text-sm text-ink-3">
          {announcement.status !== 'published' && <Badge>{status[announcement.status]}</Badge>}
          <PriorityBadge priority={announcement.priority} />
          <span className="max-w-72 truncate">{text.to(audience)}</span>
          <span aria-hidden="true">·</span>
          <RelativeTime at={announcement.published_at ?? announcement.created_at} />
        </p>
      </div>
      {isDraft && (
        <Button
          size="small"
          className="relative"
          aria-label={text.publishTitle(announcement.title)}
          onClick={() => setIsAsking(true)}
        >
          {text.publish}
        </Button>
      )}
      <PublishDialog
        announcement={announcement}
        audience={audience}
        open={isAsking}
        onOpenChange={setIsAsking}
      />
    </LiveRow>
  );
}
