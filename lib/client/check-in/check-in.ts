import { useMutation } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/check-in').then((module) => module.CheckedIn);

/** What the QR code held, or what was typed. */
export type Shown = { token: string } | { code: string };

/** `POST /api/check-in` */
export function useCheckIn() {
  return useMutation({
    mutationFn: (shown: Shown) => requestJson(fetchShape, '/api/check-in', { method: 'POST', body: shown }),
  });
}
