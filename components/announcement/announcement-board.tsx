'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { SearchField } from '@/components/ui/search-field';
import { announcementListOptions } from '@/lib/client/announcement/list-announcements';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { AnnouncementList } from './announcement-list';
import { ReaderRow } from './reader-row';
import { RowKeys } from './row-keys';

/** What has been announced to this reader: first what is pinned, then all else; or what holds the words searched for. */
export function AnnouncementBoard() {
  const { announcement: text, reading } = useText();
  const { get, set } = useAddressFilter();
  const query = get('q');
  return (
    <>
      <PageHeader title={text.many}>
        <div className="w-full sm:w-64">
          <SearchField
            label={reading.find}
            placeholder={reading.findHint}
            value={query}
            onSearch={(words) => set({ q: words })}
          />
        </div>
      </PageHeader>
      <StaleNote />
      <RowKeys>
        {!query && <Pinned />}
        <AnnouncementList
          filter={query ? { scope: 'received', query } : { scope: 'received', pinned: false }}
          empty={{ title: text.none, text: text.noneForReader }}
          row={readerRow}
        />
      </RowKeys>
    </>
  );
}

const readerRow = (announcement: AnnouncementView) => (
  <ReaderRow key={announcement.id} announcement={announcement} />
);

/** What staff keep on top; nothing at all while there is none. */
function Pinned() {
  const text = useText().reading;
  const list = useInfiniteQuery(announcementListOptions({ scope: 'received', pinned: true }));
  const rows = pageItems(list.data);
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="pb-2 text-md">{text.pinned}</h2>
      <ul aria-label={text.pinned} className="mb-8 border-t">
        {rows.map(readerRow)}
      </ul>
      <h2 className="pb-2 text-md">{text.latest}</h2>
    </>
  );
}
