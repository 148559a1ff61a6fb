import { CheckCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Icon } from '@/components/ui/icon';
import { SearchField } from '@/components/ui/search-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useCourseForumDeed } from '@/lib/client/forum/change-thread';
import { useForumText } from '@/lib/client/forum/forum-text';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import type { ForumSummary } from '@/lib/contracts/http/forum';
import { FollowSelect } from './follow-select';

const shows = ['all', 'unread', 'unanswered', 'mine'] as const;

/** What the list is narrowed by, and how closely the reader follows the course. */
export function DiscussionTools({ courseId, summary }: { courseId: string; summary: ForumSummary }) {
  const text = useForumText();
  const address = useAddressFilter();
  const { mutate, isPending, variables } = useCourseForumDeed(courseId);
  const show = shows.find((each) => each === address.get('show')) ?? 'all';
  const wanted = isPending && typeof variables === 'object' ? variables.level : summary.level;
  const tag = address.get('tag');
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="w-full sm:w-56">
        <SearchField
          label={text.find}
          placeholder={text.findHint}
          value={address.get('q')}
          onSearch={(words) => address.set({ q: words })}
        />
      </div>
      <SegmentedControl
        label={text.show}
        options={shows.map((value) => ({ value, label: text.shows[value] }))}
        value={show}
        onChange={(value) => address.set({ show: value === 'all' ? '' : value })}
      />
      {(summary.tags.length > 0 || tag !== '') && (
        <Select
          aria-label={text.tag}
          value={tag}
          onChange={(event) => address.set({ tag: event.target.value })}
        >
          <option value="">{text.anyTag}</option>
          {tag !== '' && summary.tags.every((each) => each.tag !== tag) && <option>{tag}</option>}
          {summary.tags.map((each) => (
            <option key={each.tag}>{each.tag}</option>
          ))}
        </Select>
      )}
      <FollowSelect label={text.follow} level={wanted} onChange={(level) => level && mutate({ level })} />
      {summary.unread_threads > 0 && (
        <Button size="small" look="quiet" disabled={isPending} onClick={() => mutate('read')}>
          <Icon of={CheckCheck} /> {text.markAllRead}
        </Button>
      )}
    </div>
  );
}
