import { v4 as newKey } from 'uuid';
import * as z from 'zod/mini';
import {
  type AnnouncementView,
  Priority,
  TargetAudience,
  TargetDetails,
} from '@/lib/contracts/http/announcement';
import type { CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { ApiProblem } from '../http/api-problem';

/** A creation whose answer has not come yet: sent again with the same key it makes no second announcement. */
export const Attempt = z.object({
  key: z.string(),
  body: z.object({
    title: z.string(),
    content: z.string(),
    priority: Priority,
    target_audience: TargetAudience,
    target_details: TargetDetails,
    expires_at: z.nullish(z.string()),
    acknowledgement_required: z.boolean(),
    pinned: z.boolean(),
  }),
});
export type Attempt = { key: string; body: CreateAnnouncement };

interface KeptAttempt {
  read: () => Attempt | null;
  write: (attempt: Attempt | null) => void;
}

/**
 * Makes one announcement, however often it is asked to: while the answer to an earlier attempt is missing, that attempt is
 * sent again as it was, with its key. What was changed since then is for the caller to save in what this returns.
 */
export async function createOnce(
  body: CreateAnnouncement,
  kept: KeptAttempt,
  send: (attempt: Attempt) => Promise<AnnouncementView>,
): Promise<AnnouncementView> {
  const attempt = kept.read() ?? { key: newKey(), body };
  kept.write(attempt);
  try {
    const made = await send(attempt);
    kept.write(null);
    return made;
  } catch (error) {
    if (!isRefused(error)) throw error;
    // Nothing was made, and the server keeps no key of it.
    kept.write(null);
    if (JSON.stringify(attempt.body) === JSON.stringify(body)) throw error;
    return createOnce(body, kept, send);
  }
}

/** Whether the answer says that nothing was made; no answer, or a failure on the way, says nothing. */
const isRefused = (error: unknown): boolean =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && !error.retriable;
