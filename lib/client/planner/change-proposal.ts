import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { requestJson } from '../http/request-json';
import { timetableKeys } from '../timetable/timetable-keys';

const shapes = () => import('@/lib/contracts/http/timetable-proposal');
const fetchShape = () => shapes().then((module) => module.TimetableProposal);
const path = (id: string) => `/api/timetables/${encodeURIComponent(id)}/proposal`;
// Not below the plan's key: a change of the draft does not make the proposal another.
const keyOf = (id: string) => ['timetable-proposal', id];
// Whether one was there: a server that is started again forgets it, which must not look as if none had been.
const knownKeyOf = (id: string) => ['timetable-proposal-known', id];
const LOOK_EVERY_MS = 1_000;

/** `GET /api/timetables/{id}/proposal`: once a second while it is searched for. `isLost`: it was there, and is no more. */
export function proposalOptions(id: string) {
  return queryOptions({
    queryKey: keyOf(id),
    queryFn: async ({ signal, client }) => {
      const { proposal } = await requestJson(fetchShape, path(id), { signal });
      if (proposal) client.setQueryData(knownKeyOf(id), true);
      return { proposal, isLost: proposal === null && client.getQueryData(knownKeyOf(id)) === true };
    },
    refetchInterval: ({ state }) => (state.data?.proposal?.status === 'running' ? LOOK_EVERY_MS : false),
    gcTime: 0,
  });
}

/** `POST /api/timetables/{id}/proposal` */
export function useStartProposal(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (seconds: number) => requestJson(fetchShape, path(id), { method: 'POST', body: { seconds } }),
    onSuccess: ({ proposal }) => {
      queryClient.setQueryData(knownKeyOf(id), true);
      queryClient.setQueryData(keyOf(id), { proposal, isLost: false });
    },
    onError: () => queryClient.invalidateQueries({ queryKey: keyOf(id) }),
  });
}

/** `DELETE /api/timetables/{id}/proposal`: ends the search; one that has ended is forgotten. */
export function useEndProposal(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => requestJson(z.undefined(), path(id), { method: 'DELETE' }),
    onSuccess: () => queryClient.removeQueries({ queryKey: knownKeyOf(id) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keyOf(id) }),
  });
}

/** `POST /api/timetables/{id}/proposal/accept`: the version of the draft that the search began from. */
export function useAcceptProposal(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      requestJson(() => shapes().then((module) => module.AcceptedProposal), `${path(id)}/accept`, {
        method: 'POST',
        ifMatch: `v${version}`,
      }),
    onSuccess: () => queryClient.removeQueries({ queryKey: knownKeyOf(id) }),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: keyOf(id) });
      return queryClient.invalidateQueries({ queryKey: timetableKeys.all });
    },
  });
}
