'use client';

import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { SearchField } from '@/components/ui/search-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import { AnnouncementStatus } from '@/lib/contracts/http/announcement';
import { AnnouncementList } from './announcement-list';
import { AuthorRow } from './author-row';
import { RowKeys } from './row-keys';
import { WriteLink } from './write-link';

const tabs = ['all', ...AnnouncementStatus.options] as const;

/** What was written, by what has become of it: of all authors for an administrator, the own ones for faculty. */
export function AuthorBoard() {
  const { announcement: words, reading } = useText();
  const reach = useReachText();
  const text = reach.list;
  const { role, may_announce } = useMe();
  const { get, set } = useAddressFilter();
  const tab = tabs.find((each) => each === get('status')) ?? 'all';
  const query = get('q');
  return (
    <>
      <PageHeader title={role === 'admin' ? words.many : reach.own}>
        {may_announce && <WriteLink />}
      </PageHeader>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <SegmentedControl
          label={text.show}
          options={tabs.map((value) => ({ value, label: text.tabs[value] }))}
          value={tab}
          onChange={(value) => set({ status: value === 'all' ? '' : value })}
        />
        <div className="w-full md:w-64">
          <SearchField
            label={reading.find}
            placeholder={reading.findHint}
            value={query}
            onSearch={(found) => set({ q: found })}
          />
        </div>
      </div>
      <StaleNote />
      <RowKeys>
        <AnnouncementList
          key={tab}
          filter={{ scope: 'authored', ...(tab !== 'all' && { status: tab }), ...(query && { query }) }}
          empty={{ title: text.none[tab], text: text.noneText[tab] }}
          row={(announcement) => <AuthorRow key={announcement.id} announcement={announcement} />}
        />
      </RowKeys>
    </>
  );
}
