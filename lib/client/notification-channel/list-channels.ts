import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import type { notificationChannel } from '../text/en/notification-channel';
import { createFetchedText } from '../text/fetched-text';

const fetchShape = () =>
  import('@/lib/contracts/http/notification-channel').then((module) => module.ChannelHealthList);

/** `GET /api/notification-channels`. What is sent a thousand times is not pushed: it is asked for while it is looked at. */
export const channelsOptions = queryOptions({
  queryKey: ['notification-channels'],
  queryFn: ({ signal }) => requestJson(fetchShape, '/api/notification-channels', { signal }),
  staleTime: 0,
  refetchInterval: 5_000,
});

export type ChannelText = typeof notificationChannel;

export const useChannelText = createFetchedText<ChannelText>({
  en: () => import('../text/en/notification-channel').then((module) => module.notificationChannel),
  de: () => import('../text/de/notification-channel').then((module) => module.notificationChannel),
});
