import type { MarksSaved } from '@/lib/contracts/http/attendance';
import { requestJson } from '../http/request-json';
import type { QueuedPost } from './mark-queue';

const fetchShape = () => import('@/lib/contracts/http/attendance').then((module) => module.MarksSaved);

/** `POST /api/attendance/sessions/{id}/marks`, or `…/bulk` for the whole class; once for a key. */
export function saveMarks({ key, session_id, marks, all, reason }: QueuedPost): Promise<MarksSaved> {
  const body = all ? { ...all, reason } : { marks, reason };
  const path = `/api/attendance/sessions/${encodeURIComponent(session_id)}/${all ? 'bulk' : 'marks'}`;
  return requestJson(fetchShape, path, { method: 'POST', body, idempotencyKey: key });
}
