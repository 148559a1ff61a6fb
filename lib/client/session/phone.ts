import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import type { phone } from '../text/en/phone';
import { createFetchedText } from '../text/fetched-text';
import { meKeys } from './me-keys';

const fetchShape = () => import('@/lib/contracts/http/phone').then((module) => module.Phone);
const path = '/api/me/phone';

/** `GET /api/me/phone` */
export const phoneOptions = () =>
  queryOptions({
    queryKey: [...meKeys.all, 'phone'],
    queryFn: ({ signal }) => requestJson(fetchShape, path, { signal }),
    staleTime: 0,
  });

/** `PUT /api/me/phone` */
export const changePhone = (given: string) =>
  requestJson(fetchShape, path, { method: 'PUT', body: { phone: given } });

export type PhoneText = typeof phone;

export const usePhoneText = createFetchedText<PhoneText>({
  en: () => import('../text/en/phone').then((module) => module.phone),
  de: () => import('../text/de/phone').then((module) => module.phone),
});
