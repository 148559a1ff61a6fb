import { Button } from '@/components/ui/button';
import { useRoomText } from '@/lib/client/room/room-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { RoomView } from '@/lib/contracts/http/timetable';

export function RoomItem({ room, onAsk }: { room: RoomView; onAsk: (kind: 'edit' | 'delete') => void }) {
  const text = useRoomText();
  const format = useFormat();
  const about = [room.name, room.building].filter((each) => each !== '');
  return (
    <li className="grid gap-x-4 border-b py-2 md:grid-cols-[minmax(0,1fr)_6rem_auto] md:items-center">
      <span className="min-w-0">
        <span className="font-strong wrap-anywhere">
          <bdi>{room.code}</bdi>
        </span>
        {about.length > 0 && <span className="ml-2 wrap-anywhere text-ink-2">{about.join(' · ')}</span>}
        {room.features.length > 0 && (
          <span className="block text-sm wrap-anywhere text-ink-3">{format.list(room.features)}</span>
        )}
      </span>
      <span className="text-sm text-ink-2">{text.seats(room.capacity)}</span>
      <span className="-ml-3 flex gap-1 md:ml-0">
        <Button look="quiet" size="small" aria-label={text.editOne(room.code)} onClick={() => onAsk('edit')}>
          {text.edit}
        </Button>
        <Button
          look="quiet"
          size="small"
          aria-label={text.deleteOne(room.code)}
          onClick={() => onAsk('delete')}
        >
          {text.delete}
        </Button>
      </span>
    </li>
  );
}
