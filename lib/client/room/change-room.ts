import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RoomView } from '@/lib/contracts/http/timetable';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';
import { timetableKeys } from '../timetable/timetable-keys';

const fetchShape = () => import('@/lib/contracts/http/timetable').then((module) => module.RoomView);

/** A room as it is typed. */
export interface RoomFields {
  code: string;
  name: string;
  building: string;
  capacity: string;
  /** Separated by commas. */
  features: string;
}

export function fieldsOf(room: RoomView): RoomFields {
  const { code, name, building } = room;
  return { code, name, building, capacity: String(room.capacity), features: room.features.join(', ') };
}

const bodyOf = ({ capacity, features, ...fields }: RoomFields) => ({
  ...fields,
  // What is no number is for the server to refuse, at its field.
  capacity: capacity.trim() === '' ? null : Number(capacity),
  features: features
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
});

/** `POST /api/rooms`, once for a key, or `PUT /api/rooms/{id}` over the version that was seen. */
export function useSaveRoom() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ fields, over, key }: { fields: RoomFields; over: RoomView | null; key: string }) => {
      const body = bodyOf(fields);
      return over
        ? requestJson(fetchShape, `/api/rooms/${over.id}`, {
            method: 'PUT',
            body,
            ifMatch: `v${over.version}`,
          })
        : requestJson(fetchShape, '/api/rooms', { method: 'POST', body, idempotencyKey: key });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: timetableKeys.all }),
  });
}

/** `DELETE /api/rooms/{id}` */
export function useDeleteRoom({ id, version }: RoomView) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      requestJson(anyAnswer, `/api/rooms/${id}`, { method: 'DELETE', ifMatch: `v${version}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: timetableKeys.all }),
  });
}
