import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WantedStatus } from '@/lib/contracts/http/attendance-correction';
import { readBase64 } from '../http/read-base64';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';

export const requestShape = () =>
  import('@/lib/contracts/http/attendance-correction').then((module) => module.CorrectionRequest);

export interface Asked {
  session_id: string;
  wanted_status: WantedStatus;
  note: string;
  file: File | null;
}

/** `POST /api/attendance/requests`; the key belongs to what was typed. */
export function useAskCorrection() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ asked: { file, ...asked }, key }: { asked: Asked; key: string }) =>
      requestJson(requestShape, '/api/attendance/requests', {
        method: 'POST',
        body: { ...asked, file: file && { name: file.name, content: await readBase64(file) } },
        idempotencyKey: key,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: attendanceKeys.requests }),
  });
}
