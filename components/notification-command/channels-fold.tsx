import { useState } from 'react';
import { ListSkeleton } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useCommandText } from '@/lib/client/notification-command/command-text';

const fetchPanel = () =>
  import('@/components/notification-channel/channel-panel').then((module) => module.ChannelPanel);

/** How the channels do, for whoever unfolds it: nothing of the page waits for it, and it pushes nothing away. */
export function ChannelsFold() {
  const text = useCommandText();
  const [isOpen, setIsOpen] = useState(false);
  const Panel = useFetchedPart(fetchPanel, { isWanted: isOpen, onFailed: () => setIsOpen(false) });
  return (
    <details className="mb-4" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="cursor-pointer py-2">{text.channelHealth}</summary>
      {isOpen && (Panel ? <Panel hasTitle={false} /> : <ListSkeleton label={text.loading} rows={3} />)}
    </details>
  );
}
