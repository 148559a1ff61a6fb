'use client';

import { useQuery } from '@tanstack/react-query';
import { Select } from '@/components/ui/controls';
import { roomsOptions } from '@/lib/client/timetable/list-rooms';
import { useTimetableText } from '@/lib/client/timetable/timetable-text';

export function RoomChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const text = useTimetableText();
  const rooms = useQuery(roomsOptions());
  return (
    <Select
      aria-label={text.room}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="min-w-48"
    >
      <option value="">{text.chooseRoom}</option>
      {rooms.data?.items.map((room) => (
        <option key={room.id} value={room.id}>
          {room.code}
        </option>
      ))}
    </Select>
  );
}
