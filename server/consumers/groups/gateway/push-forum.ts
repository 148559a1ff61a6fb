import type { Envelope } from '@/lib/contracts/events/envelope';
import type { Pusher } from './pusher';

/** A thread is new, or another now. Not what was said: who may read it is for the answer to say that each of them asks for. */
export function pushForumChanged(
  { payload }: Envelope<'FORUM_POST_CREATED' | 'FORUM_REPLY_ADDED'>,
  pusher: Pusher,
): void {
  const { course_id, post_id } = payload;
  if (course_id === '') return;
  pusher.push([`course:${course_id}`, 'role:admin'], 'forum:changed', { course_id, post_id });
}
