import type { SqlTx } from '@/lib/infra/db/sql';
import { demoAccounts, seedId, seedPeople } from './people';

/** One recipient's ways: in the browser, and by the other channels. */
interface SeedWay {
  readonly inApp: 'waiting' | 'delivered' | 'read';
  readonly email?: SeedDelivery;
  readonly push?: SeedDelivery;
  readonly sms?: SeedDelivery;
}
type SeedDelivery = 'queued' | 'sent' | 'delivered' | readonly [failed: string];

/** Each state there is on each channel, one recipient a line. */
const ways: readonly SeedWay[] = [
  { inApp: 'read', email: 'sent', push: 'delivered', sms: 'delivered' },
  { inApp: 'read', email: 'sent', push: 'delivered' },
  { inApp: 'read', email: 'sent', sms: 'sent' },
  { inApp: 'delivered', email: 'sent', push: ['the browser has taken its subscription back'] },
  { inApp: 'delivered', email: ['550 5.1.1 No such mailbox'], sms: ['number not in service'] },
  { inApp: 'delivered', email: 'queued' },
  { inApp: 'delivered', email: 'sent', push: 'sent' },
  { inApp: 'waiting', email: ['given up after 9 attempts: 452 4.2.2 Mailbox full'] },
  { inApp: 'waiting', email: 'sent' },
  { inApp: 'waiting' },
];

const told = {
  title: 'The library closes early on Friday',
  message: 'On Friday the library is open until 14:00. Books that are due then are due on Monday.',
};

/** Where notifications are sent and watched: one that went out with each state there is, one taken back, one refused. */
export async function seedNotifications(sql: SqlTx): Promise<void> {
  const admin = demoAccounts[0]?.id;
  const own = new Set(demoAccounts.map(({ id }) => id));
  const readers = seedPeople().filter(
    ({ id, role, departmentCode }) => role === 'student' && departmentCode === 'CS' && !own.has(id),
  );
  for (const command of commands) {
    const payload = { ...told, title: command.title, channels: ['in_app', 'email', 'push', 'sms'] };
    await sql.query(COMMAND, [
      command.id,
      command.status,
      command.reason,
      command.title,
      JSON.stringify(payload),
      command.status === 'queued' ? ways.length : 0,
      admin,
      command.hoursAgo,
    ]);
  }
  const { rowCount } = await sql.query(NOTIFICATION, [
    SENT,
    seedId('notification event'),
    seedId('notification queued'),
    told.title,
    told.message,
    JSON.stringify({
      event_type: 'SEND_BULK',
      service: 'notification-service',
      at: new Date().toISOString(),
    }),
  ]);
  if (rowCount === 0) return;
  for (const [index, way] of ways.entries()) {
    const reader = readers[index];
    if (!reader) continue;
    await sql.query(RECIPIENT, [SENT, reader.id, way.inApp !== 'waiting', way.inApp === 'read']);
    for (const channel of ['email', 'push', 'sms'] as const) {
      const state = way[channel];
      if (state === undefined) continue;
      const [status, error] = typeof state === 'string' ? [state, null] : ['failed', state[0]];
      const address = { email: reader.email, push: '', sms: `+4366012345${10 + index}` }[channel];
      const id = seedId(`delivery ${channel} ${index}`);
      await sql.query(DELIVERY, [id, SENT, reader.id, channel, status, address, error]);
    }
  }
}

const SENT = seedId('notification library');
const commands = [
  { id: SENT, status: 'queued', reason: '', title: told.title, hoursAgo: 30 },
  {
    id: seedId('notification cancelled'),
    status: 'cancelled',
    reason: 'Cancelled: the date is not fixed yet',
    title: 'The sports day is on Saturday',
    hoursAgo: 54,
  },
  {
    id: seedId('notification refused'),
    status: 'refused',
    reason: 'There is no such template: book-du',
    title: 'A book is due',
    hoursAgo: 78,
  },
] as const;

const COMMAND = `
  INSERT INTO notification_command (id, type, status, reason, service, title, payload, recipients, requested_by, created_at, ended_at)
  SELECT $1, 'SEND_BULK', $2::command_status, $3, 'notification-service', $4, $5::jsonb, $6, app_user.id,
    now() - make_interval(hours => $8), now() - make_interval(hours => $8)
  FROM app_user WHERE app_user.id = $7
  ON CONFLICT DO NOTHING`;

const NOTIFICATION = `
  INSERT INTO notification (id, event_id, kind, queued_event_id, title, message, category, command_id, cause, created_at)
  SELECT $1::uuid, $2, 'announcement', $3, $4, $5, 'announcement', $1::text, $6::jsonb, now() - interval '30 hours'
  WHERE EXISTS (SELECT FROM notification_command WHERE id = $1::text)
  ON CONFLICT DO NOTHING`;

const RECIPIENT = `
  INSERT INTO notification_recipient (notification_id, user_id, created_at, delivered_at, read_at)
  SELECT $1, app_user.id, now() - interval '30 hours', CASE WHEN $3 THEN now() - interval '29 hours' END,
    CASE WHEN $4 THEN now() - interval '26 hours' END
  FROM app_user WHERE id = $2
  ON CONFLICT DO NOTHING`;

/** What waits was put off: a mailbox is full, and is tried again in some hours. */
const DELIVERY = `
  INSERT INTO notification_delivery (id, notification_id, user_id, channel, status, address, attempts, next_try_at, queued_at,
    sent_at, delivered_at, failed_at, last_error)
  SELECT $1, $2, app_user.id, $4::notification_channel, $5::delivery_status, $6,
    CASE $5 WHEN 'queued' THEN 3 ELSE 1 END,
    CASE $5 WHEN 'queued' THEN now() + interval '6 hours' END, now() - interval '30 hours',
    CASE WHEN $5 IN ('sent', 'delivered') THEN now() - interval '29 hours 59 minutes' END,
    CASE $5 WHEN 'delivered' THEN now() - interval '29 hours 58 minutes' END,
    CASE $5 WHEN 'failed' THEN now() - interval '29 hours 50 minutes' END,
    COALESCE($7, CASE $5 WHEN 'queued' THEN '452 4.2.2 Mailbox full' END)
  FROM app_user WHERE id = $3
  ON CONFLICT DO NOTHING`;
