import { randomUUID } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { Locale } from '@/lib/contracts/http/locale';
import { categoryOf } from '@/lib/contracts/http/notification-category';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type Audience, audienceParameters, inAudience, onlyUsers } from '../audience';
import { fanOutNotification } from '../fan-out';
import { plainWording, type Wording } from '../template/read-wordings';
import { answerFailed } from './answer-failed';
import { type Command, notificationIdOf } from './command';
import type { ReadyCommand } from './judge-command';

/** So many of those a command misses are told one by one. */
const MISSED_TOLD = 1_000;

/**
 * Carries a command out: each recipient is told in their language, whoever is missed is told to the sender. Returns how many
 * people it is for, `null` when it was sent before.
 */
export async function sendCommand(
  tx: EventfulTx,
  command: Command,
  ready: ReadyCommand,
): Promise<number | null> {
  const { recipients } = ready;
  if ('address' in recipients) return sendToAddress(tx, command, ready, recipients);
  const groups = await groupByWording(tx, ready, recipients.audience);
  let sent: number | null = null;
  for (const [index, { locale, wording, audience }] of groups.entries()) {
    const part = index === 0 ? '' : `#${locale}`;
    const count = await fanOutNotification(tx, {
      id: notificationIdOf(`${command.id}${part}`),
      sourceEventId: part === '' ? command.eventId : uuidv5(part, command.eventId),
      ...wording,
      kind: ready.kind,
      priority: ready.priority,
      actionUrl: ready.actionUrl,
      correlationId: command.correlationId,
      audience,
      channels: ready.channels,
      commandId: command.id,
      commandPart: part,
      expiresAt: ready.expiresAt,
      courseId: ready.courseId,
      groupKey: ready.groupKey,
      announcement: ready.announcement,
      source: { event_type: command.type, service: command.service, at: new Date().toISOString() },
    });
    if (count !== null) sent = (sent ?? 0) + count;
  }
  if (sent !== null) tellMissed(tx, command, ready);
  return sent;
}

function tellMissed(tx: EventfulTx, { id }: Command, { recipients, channels }: ReadyCommand): void {
  if (!('missed' in recipients)) return;
  const channel = channels[0] ?? 'in_app';
  const { missed } = recipients;
  for (const { userId, reason } of missed.slice(0, MISSED_TOLD))
    answerFailed(tx, { id, channel, userId, reason });
  if (missed.length > MISSED_TOLD)
    answerFailed(tx, {
      id,
      channel,
      reason: `${missed.length - MISSED_TOLD} more recipients are not known here`,
    });
}

interface Group {
  readonly locale: Locale | '';
  readonly wording: Wording;
  readonly audience: Audience;
}

/** Whose language the template does not speak reads English, and what there is where there is no English. */
async function groupByWording(tx: EventfulTx, ready: ReadyCommand, audience: Audience): Promise<Group[]> {
  const [first, ...more] = ready.wordings;
  if (!first) return [];
  if (more.length === 0) return [{ locale: first[0], wording: first[1], audience }];
  const { rows } = await tx.query<{ locale: string | null; user_ids: string[] }>(
    `SELECT locale, array_agg(id ORDER BY id) AS user_ids FROM app_user WHERE ${inAudience(1)}
     GROUP BY locale ORDER BY locale`,
    audienceParameters(audience),
  );
  const usersOf = new Map<Locale | '', string[]>();
  for (const row of rows) {
    const own = Locale.safeParse(row.locale).data ?? 'en';
    const locale = ready.wordings.has(own) ? own : ready.wordings.has('en') ? 'en' : first[0];
    usersOf.set(locale, [...(usersOf.get(locale) ?? []), ...row.user_ids]);
  }
  return [...ready.wordings].flatMap(([locale, wording]) => {
    const users = usersOf.get(locale) ?? [];
    return users.length > 0 ? [{ locale, wording, audience: onlyUsers(users) }] : [];
  });
}

/** A recipient without an account has no inbox and no preferences: the delivery is all there is. */
async function sendToAddress(
  tx: EventfulTx,
  command: Command,
  ready: ReadyCommand,
  to: { channel: 'email' | 'sms'; address: string },
): Promise<number | null> {
  const wording = plainWording(ready.wordings);
  if (!wording) return null;
  const id = notificationIdOf(command.id);
  const queuedEventId = randomUUID();
  const { rowCount } = await tx.query(SEND_TO_ADDRESS, [
    id,
    command.eventId,
    ready.kind,
    queuedEventId,
    wording.title,
    wording.message,
    ready.priority,
    ready.actionUrl,
    command.correlationId,
    categoryOf(ready.kind),
    command.id,
    ready.expiresAt,
    to.channel,
    to.address,
  ]);
  if (rowCount === 0) return null;
  tx.publish(
    'NOTIFICATION_QUEUED',
    {
      notification_id: id,
      queue_id: command.id,
      user_id: '',
      channel: to.channel,
      status: 'queued',
      attempt_count: 1,
    },
    { eventId: queuedEventId },
  );
  return 1;
}

const SEND_TO_ADDRESS = `
  WITH content AS (
    INSERT INTO notification (id, event_id, kind, queued_event_id, title, message, priority, action_url, correlation_id,
      category, command_id, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7::announcement_priority, $8, $9, $10, $11, $12::timestamptz)
    ON CONFLICT DO NOTHING
    RETURNING id
  )
  INSERT INTO notification_delivery (id, notification_id, channel, address)
  SELECT gen_random_uuid(), id, $13::notification_channel, $14 FROM content`;
