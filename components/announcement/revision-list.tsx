'use client';

import { useQuery } from '@tanstack/react-query';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { compareTexts } from '@/lib/client/announcement/compare-texts';
import { revisionListOptions } from '@/lib/client/announcement/list-revisions';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView, RevisionList as Revisions } from '@/lib/contracts/http/announcement';

type Words = Pick<Revisions['items'][number], 'revision' | 'title' | 'content' | 'priority' | 'created_at'>;
type Version = Words & { announced: boolean };

/** What became of an announcement since it was published: each edit, newest first, with the words that went and came. */
export function RevisionList({ announcement }: { announcement: AnnouncementView }) {
  const text = useText().reading.revisions;
  const { data, error, isPending, refetch } = useQuery(revisionListOptions(announcement.id));
  if (isPending) return <ListSkeleton label={text.loading} rows={announcement.revision} />;
  if (error && !data)
    return <ErrorState title={text.notLoaded} error={error} onRetry={() => void refetch()} />;
  const versions: Version[] = [shownVersion(announcement), ...data.items];
  return (
    <ol aria-label={text.title} reversed className="mt-3 border-t">
      {versions.map((version, place) => (
        <Edit key={version.revision} version={version} before={versions[place + 1]} />
      ))}
    </ol>
  );
}

function shownVersion(announcement: AnnouncementView): Version {
  const { revision, announced_revision, revised_at, created_at } = announcement;
  return {
    ...announcement,
    announced: revision === announced_revision,
    created_at: revised_at ?? created_at,
  };
}

function Edit({ version, before }: { version: Version; before: Version | undefined }) {
  const text = useText().reading.revisions;
  const format = useFormat();
  const what = before === undefined ? text.published : version.announced ? text.reannounced : text.minor;
  return (
    <li className="grid gap-2 border-b py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-strong">{what}</span>
        <time dateTime={version.created_at} title={format.exact(version.created_at)} className="text-ink-3">
          {format.dateTime(version.created_at)}
        </time>
      </p>
      {before && <Changes version={version} before={before} />}
    </li>
  );
}

function Changes({ version, before }: { version: Version; before: Version }) {
  const text = useText().reading.revisions;
  const { priorities } = text;
  const titleChanged = version.title !== before.title;
  const textChanged = version.content !== before.content;
  const priorityChanged = version.priority !== before.priority;
  if (!titleChanged && !textChanged && !priorityChanged) return <p className="text-ink-2">{text.same}</p>;
  return (
    <div className="grid gap-1.5 text-ink-2">
      {titleChanged && <Compared label={text.changedTitle} earlier={before.title} later={version.title} />}
      {priorityChanged && (
        <p>{text.changedPriority(priorities[before.priority], priorities[version.priority])}</p>
      )}
      {textChanged && <Compared label={text.changedText} earlier={before.content} later={version.content} />}
    </div>
  );
}

const looks = {
  kept: null,
  removed: { element: 'del', className: 'bg-danger-tint text-danger' },
  added: { element: 'ins', className: 'bg-live-tint text-live no-underline font-strong' },
} as const;

function Compared({ label, earlier, later }: { label: string; earlier: string; later: string }) {
  const text = useText().reading.revisions;
  const said = { removed: text.removed, added: text.added };
  let place = 0;
  return (
    <p className="whitespace-pre-line wrap-anywhere" dir="auto">
      <span className="text-ink-3">{label}: </span>
      {compareTexts(earlier, later).map((piece) => {
        const look = looks[piece.kind];
        const key = `${place}`;
        place += 1;
        if (!look || piece.kind === 'kept') return <span key={key}>{piece.text}</span>;
        const { element: Element, className } = look;
        return (
          <Element key={key} className={className}>
            <span className="sr-only">{said[piece.kind]} </span>
            {piece.text}
          </Element>
        );
      })}
    </p>
  );
}
