import * as z from 'zod';
import { Priority } from '@/lib/contracts/http/announcement';
import { categoryOf, NotificationChannel } from '@/lib/contracts/http/notification-category';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { announcementExists } from '../../announcement/queries';
import { ofCourse } from '../tell-people';
import { fitting, readWordings, type Wordings } from '../template/read-wordings';
import { type Command, CommandRefused, NAME_LENGTH } from './command';
import { findMany } from './find-many';
import { findOne, type Recipients } from './find-one';

/** A command that can be carried out. */
export interface ReadyCommand {
  readonly kind: string;
  readonly wordings: Wordings;
  readonly channels: readonly NotificationChannel[];
  readonly priority: Priority;
  readonly actionUrl: string;
  readonly scheduledAt: string | null;
  readonly expiresAt: string | null;
  readonly recipients: Recipients;
  readonly announcement?: { readonly id: string; readonly revision: number };
  readonly courseId: string | null;
  readonly groupKey: string;
}

const KIND_LENGTH = 64;

/**
 * Checks all that a command says against what is known here. `isTrusted`: its recipients were read from this database a
 * moment ago, and are not looked for again.
 * @throws {CommandRefused} naming the first thing that is not right
 */
export async function judgeCommand(sql: SqlTx, command: Command, isTrusted: boolean): Promise<ReadyCommand> {
  const { payload } = command;
  const channels = channelsOf(command);
  const { expires_at: expiresAt, scheduled_at: scheduledAt } = payload;
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.now())
    throw new CommandRefused('expires_at', 'past', 'It has expired');
  if (expiresAt !== null && scheduledAt !== null && Date.parse(expiresAt) <= Date.parse(scheduledAt))
    throw new CommandRefused('expires_at', 'before_start', 'It would expire before it is sent');
  const kind = (payload.notification_type || 'message').trim();
  if (kind.length > KIND_LENGTH || kind.includes('\u0000'))
    throw new CommandRefused('notification_type', 'too_long', 'The notification_type is too long');
  const wordings =
    payload.template_id === ''
      ? ownWording(payload)
      : await readWordings(sql, payload.template_id, payload.template_data);
  const recipients =
    command.type === 'SEND_BULK'
      ? await findMany(sql, command.payload, isTrusted)
      : await findOne(sql, command.payload, channels);
  return {
    kind,
    wordings,
    channels,
    priority: Priority.safeParse(payload.priority).data ?? 'normal',
    actionUrl: addressOf(payload.action_url),
    scheduledAt,
    expiresAt,
    recipients,
    ...(await contextOf(sql, command)),
  };
}

const ownChannel = {
  SEND_EMAIL: 'email',
  SEND_SMS: 'sms',
  SEND_PUSH: 'push',
  SEND_IN_APP: 'in_app',
  SCHEDULE_NOTIFICATION: 'in_app',
} as const;

/** What the command names; where it names none the one that its type is called by. A bulk leaves it to the readers. */
export function channelsOf({ type, payload }: Command): NotificationChannel[] {
  const named = z.safeParse(z.array(NotificationChannel), payload.channels);
  if (!named.success)
    throw new CommandRefused(
      'channels',
      'unknown',
      `Unknown channel in channels: ${payload.channels.join(', ')}`,
    );
  if (named.data.length > 0) return [...new Set(named.data)];
  return type === 'SEND_BULK' ? ['in_app', 'email', 'push'] : [ownChannel[type]];
}

function ownWording(payload: Command['payload']): Wordings {
  const title = fitting.title.safeParse(payload.title).data;
  if (title === undefined)
    throw new CommandRefused('title', 'length', 'The title must have 1 to 200 characters');
  const message = fitting.message.safeParse(payload.message).data;
  if (message === undefined)
    throw new CommandRefused('message', 'length', 'The message must have at most 2,000 characters');
  return new Map([['', { title, message }]]);
}

/** A page of the site or a link to another; nothing that a browser would run. */
function addressOf(url: string): string {
  if (url === '' || /^\/(?![/\\])[^\s\p{Cc}]*$/u.test(url)) return url;
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: '' };
  if (!url.includes('\u0000') && (protocol === 'https:' || protocol === 'http:')) return url;
  throw new CommandRefused('action_url', 'unknown', 'The action_url is neither a path nor a web address');
}

async function contextOf(
  sql: SqlTx,
  command: Command,
): Promise<Pick<ReadyCommand, 'announcement' | 'courseId' | 'groupKey'>> {
  if (command.type !== 'SEND_BULK') return { courseId: null, groupKey: '' };
  const {
    announcement_id: id,
    announced_revision,
    course_id,
    group_key,
    notification_type: kind,
  } = command.payload;
  const isOwn = id !== '' && (await announcementExists(sql, id));
  const courseId = isUuid(course_id) ? await knownCourse(sql, course_id) : null;
  const named = group_key.replaceAll('\u0000', '').slice(0, NAME_LENGTH);
  return {
    ...(isOwn && { announcement: { id, revision: announced_revision || 1 } }),
    courseId,
    groupKey: named === '' && courseId !== null ? groupOfMaterial(courseId, kind) : named,
  };
}

/** The materials of a course come several at a time, from a service that need not know of groups. */
const groupOfMaterial = (courseId: string, kind: string): string =>
  categoryOf(kind) === 'material' ? ofCourse(courseId, kind).groupKey : '';

async function knownCourse(sql: SqlTx, id: string): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>('SELECT id FROM course WHERE id = $1', [id]);
  return rows[0]?.id ?? null;
}
