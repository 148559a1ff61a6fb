import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { removeAnnouncement } from './cache-announcements';
import { takeNewest } from './take-newest';

/** `DELETE /api/announcements/{id}`: for everybody, with the reason that is kept. */
export function useDeleteAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      requestJson(z.undefined(), `/api/announcements/${encodeURIComponent(id)}${searchOf({ reason })}`, {
        method: 'DELETE',
        ifMatch: `v${version}`,
      }),
    onSuccess: (_nothing, { id }) => removeAnnouncement(queryClient, id),
    onError: (error, { id }) => takeNewest(queryClient, id, error),
  });
}
