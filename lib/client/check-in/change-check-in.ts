import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CheckInWall } from '@/lib/contracts/http/check-in';
import { requestJson } from '../http/request-json';
import { newerMarks } from './cache-walls';
import { checkInKeys } from './check-in-keys';
import { checkInPath, fetchWallShape } from './get-wall';

/** How a check-in goes on: `POST` starts or changes it. Moments as ISO text. */
export interface CheckInPlan {
  late_after: string | null;
  ends_at: string | null;
  absent_at_close: boolean;
}

type Deed = { kind: 'start'; plan: CheckInPlan } | { kind: 'stop' } | { kind: 'clear'; studentId: string };

/** `POST` and `DELETE /api/attendance/sessions/{id}/check-in`, and `POST …/clear`; all answer with the wall as it is then. */
export function useChangeCheckIn(sessionId: string) {
  const queryClient = useQueryClient();
  const path = checkInPath(sessionId);
  return useMutation({
    mutationFn: (deed: Deed) => {
      if (deed.kind === 'stop') return requestJson(fetchWallShape, path, { method: 'DELETE' });
      if (deed.kind === 'start')
        return requestJson(fetchWallShape, path, { method: 'POST', body: deed.plan });
      const body = { student_id: deed.studentId };
      return requestJson(fetchWallShape, `${path}/clear`, { method: 'POST', body });
    },
    onSuccess: (wall) =>
      void queryClient.setQueryData<CheckInWall>(checkInKeys.wall(sessionId), (before) =>
        newerMarks(before, wall),
      ),
  });
}
