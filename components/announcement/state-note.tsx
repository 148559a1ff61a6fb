'use client';

import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

/** Why readers do not find it, to those who see it nevertheless; nothing while it is public. */
export function StateNote({ announcement }: { announcement: AnnouncementView }) {
  const text = useText().reading.state;
  const format = useFormat();
  const { status, scheduled_for, expires_at } = announcement;
  const notes = {
    draft: text.draft,
    scheduled: scheduled_for && text.scheduled(format.dateTime(scheduled_for)),
    published: null,
    expired: expires_at && text.expired(format.dateTime(expires_at)),
    archived: text.archived,
  };
  return (
    <div role="status">
      {notes[status] && <p className="mb-6 border-l-2 border-line-strong pl-3 text-ink-2">{notes[status]}</p>}
    </div>
  );
}
