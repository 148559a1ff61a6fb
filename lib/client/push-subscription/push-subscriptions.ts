import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { requestJson } from '../http/request-json';
import type { push } from '../text/en/push';
import { createFetchedText } from '../text/fetched-text';

const shapes = () => import('@/lib/contracts/http/push-subscription');
const path = '/api/push-subscriptions';

export const pushSubscriptionKeys = { all: ['push-subscriptions'] } as const;

/** `GET /api/push-subscriptions`; asked anew each time it is shown, for other browsers change it. */
export const pushSubscriptionsOptions = () =>
  queryOptions({
    queryKey: pushSubscriptionKeys.all,
    queryFn: ({ signal }) =>
      requestJson(() => shapes().then((all) => all.PushSubscriptionList), path, { signal }),
    staleTime: 0,
  });

/** `POST /api/push-subscriptions`: what the browser says of its subscription. */
export const addPushSubscription = (subscription: PushSubscription) =>
  requestJson(() => shapes().then((all) => all.PushSubscriptionView), path, {
    method: 'POST',
    body: subscription.toJSON(),
  });

/** `DELETE /api/push-subscriptions/{id}` */
export const removePushSubscription = (id: string) =>
  requestJson(z.undefined(), `${path}/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** `POST /api/push-subscriptions/test` */
export const testPush = () =>
  requestJson(() => shapes().then((all) => all.PushTested), `${path}/test`, { method: 'POST' });

export type PushText = typeof push;

/** What is said about being told while no page is open. */
export const usePushText = createFetchedText<PushText>({
  en: () => import('../text/en/push').then((module) => module.push),
  de: () => import('../text/de/push').then((module) => module.push),
});
