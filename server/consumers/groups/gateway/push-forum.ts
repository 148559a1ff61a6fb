import type { Envelope } from '@/lib/contracts/events/envelope';
import type { Pusher } from './pusher';

type Told = Pick<Envelope<'FORUM_POST_CREATED'>['payload'], 'course_id' | 'post_id'>;

/** A thread is new, or another now. */
export function pushForumPost({ payload }: Envelope<'FORUM_POST_CREATED'>, pusher: Pusher): void {
  pushChange(payload, pusher);
}

export function pushForumReply({ payload }: Envelope<'FORUM_REPLY_ADDED'>, pusher: Pusher): void {
  pushChange(payload, pusher);
}

/** Not what was said: who may read it is for the answer to say that each of them asks for. */
function pushChange({ course_id, post_id }: Told, pusher: Pusher): void {
  if (course_id === '') return;
  pusher.push([`course:${course_id}`, 'role:admin'], 'forum:changed', { course_id, post_id });
}
