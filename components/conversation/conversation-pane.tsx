'use client';

import { SquarePen } from 'lucide-react';
import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SearchField } from '@/components/ui/search-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { ConversationList } from './conversation-list';

const fetchStart = () => import('./start-dialog').then((module) => module.StartDialog);
const fetchFound = () => import('./found-messages').then((module) => module.FoundMessages);

const shows = ['all', 'unread', 'archived'] as const;

/** All conversations of the reader, live; which are shown is in the address. */
export function ConversationPane({ openId }: { openId: string | null }) {
  const text = useConversationText();
  const filter = useAddressFilter();
  const [isStarting, setIsStarting] = useState(false);
  const Start = useFetchedPart(fetchStart, { isWanted: isStarting, onFailed: () => setIsStarting(false) });
  const query = filter.get('q');
  const show = shows.find((each) => each === filter.get('show')) ?? 'all';
  const Found = useFetchedPart(fetchFound, { isWanted: query !== '' });
  return (
    <>
      <PageHeader title={text.title}>
        <Button look="primary" onClick={() => setIsStarting(true)}>
          <Icon of={SquarePen} /> {text.write}
        </Button>
      </PageHeader>
      <div className="mb-3 grid gap-3">
        <SearchField label={text.find} value={query} onSearch={(words) => filter.set({ q: words })} />
        <SegmentedControl
          label={text.show}
          options={shows.map((value) => ({ value, label: text.shown[value] }))}
          value={show}
          onChange={(value) => filter.set({ show: value === 'all' ? '' : value })}
        />
      </div>
      <StaleNote />
      <ConversationList
        key={`${show} ${query}`}
        filter={{
          ...(show === 'archived' && { archived: true }),
          ...(show === 'unread' && { unread: true }),
          ...(query !== '' && { query }),
        }}
        openId={openId}
        show={show}
        hasMore={query !== ''}
      />
      {query !== '' && Found && <Found query={query} />}
      {isStarting && Start && <Start onClose={() => setIsStarting(false)} />}
    </>
  );
}
