import { randomUUID } from 'node:crypto';
import type { EventType, PayloadInput } from '@/lib/contracts/events/catalogue';
import { createEnvelope, type Envelope } from '@/lib/contracts/events/envelope';
import { createLogger } from '@/lib/infra/logger/logger';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import {
  onCancelNotification,
  onSendBulk,
  onSingleCommand,
} from '@/server/consumers/groups/notification-service-group/on-command';
import type { HandlerContext, Outcome } from '@/server/consumers/outcome';
import { createDepartment, createUser } from './campus';

type One = PayloadInput<'SEND_IN_APP'>;
type SingleType = 'SEND_EMAIL' | 'SEND_SMS' | 'SEND_PUSH' | 'SEND_IN_APP' | 'SCHEDULE_NOTIFICATION';

/** Two students, of whom one wants everything and the other reads German; and what another service asks to tell them. */
export async function openCommandWorld() {
  const database = await createTestDatabase({ poolSize: 6 });
  const { sql } = database;
  const unitOfWork = createUnitOfWork(database, () => undefined);
  const departmentId = await createDepartment(sql, 'CS');
  const student = await createUser(sql, { role: 'student', departmentId });
  const german = await createUser(sql, { role: 'student', departmentId });
  await sql.query(`UPDATE app_user SET locale = 'de' WHERE id = $1`, [german.id]);
  await sql.query(`INSERT INTO notification_setting (user_id, preset) VALUES ($1, 'everything')`, [
    student.id,
  ]);
  await createUser(sql, { role: 'faculty' });
  const logger = createLogger({ level: 'silent', service: 'test' });

  /** What another service has said is handled as the consumer does it: in one transaction. */
  async function handle<E extends Envelope>(
    event: E,
    handler: (event: E, context: HandlerContext) => Promise<Outcome>,
  ): Promise<Outcome['kind']> {
    const { kind } = await unitOfWork.run({ correlationId: event.correlation_id }, (tx) =>
      handler(event, { tx, logger, timeZone: 'UTC' }),
    );
    return kind;
  }
  const envelope = <T extends EventType>(type: T, payload: PayloadInput<T>) =>
    createEnvelope(type, payload, { serviceName: 'library-service', correlationId: `from-${randomUUID()}` });
  const single = (type: SingleType, payload: One) => envelope(type, payload);

  const one = (given: Partial<One> = {}): One => ({
    notification_id: `loan-${randomUUID()}`,
    recipient_user_id: student.id,
    notification_type: 'library',
    title: 'A book is due',
    message: 'Please return it.',
    priority: 'normal',
    ...given,
  });

  /** The answers on `notification.status`, in their order. */
  async function answers(): Promise<Said[]> {
    const { rows } = await sql.query<Said>(
      `SELECT event_type AS type, value::jsonb #>> '{payload,queue_id}' AS name, value::jsonb #>> '{payload,user_id}' AS user,
         value::jsonb #>> '{payload,channel}' AS channel, value::jsonb #>> '{payload,error_message}' AS why,
         (value::jsonb #>> '{payload,recipients,count}')::int AS to
       FROM outbox_event WHERE topic = 'notification.status' ORDER BY id`,
    );
    return rows;
  }

  return {
    sql,
    unitOfWork,
    student,
    german,
    handle,
    one,
    send: (payload = one(), type: SingleType = 'SEND_IN_APP') =>
      handle(single(type, payload), onSingleCommand),
    sendBulk: (payload = many()) => handle(envelope('SEND_BULK', payload), onSendBulk),
    cancel: (id: string) =>
      handle(
        envelope('CANCEL_NOTIFICATION', {
          notification_id: id,
          reason: 'called off',
          cancelled_by: 'library',
          cancelled_at: new Date().toISOString(),
        }),
        onCancelNotification,
      ),
    answers,
    /** The answers as `QUEUED` or `FAILED`, each with its reason. */
    short: async () =>
      (await answers()).map(({ type, why }) => [type.replace('NOTIFICATION_', ''), why].join(' ').trim()),
    count: async (table: string, condition = 'true') =>
      (await sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${condition}`)).rows[0]
        ?.n ?? 0,
    async commandOf(id: string) {
      const { rows } = await sql.query<{
        status: string;
        reason: string;
        recipients: number;
        service: string;
      }>('SELECT status, reason, recipients, service FROM notification_command WHERE id = $1', [id]);
      return rows[0];
    },
    clear: () => sql.query('TRUNCATE outbox_event'),
    close: () => database.drop(),
  };
}

interface Said {
  type: string;
  name: string;
  user: string;
  channel: string;
  why: string;
  to: number | null;
}

export const many = (given: Partial<PayloadInput<'SEND_BULK'>> = {}): PayloadInput<'SEND_BULK'> => ({
  batch_id: randomUUID(),
  recipient_type: 'role',
  recipient_filter: { role_names: ['student'] },
  notification_type: 'library',
  title: 'The library closes',
  message: 'At noon.',
  channels: ['in_app'],
  priority: 'normal',
  ...given,
});
