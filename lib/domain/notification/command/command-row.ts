import { stringifyJson } from '@/lib/contracts/events/lossless-json';
import type { CommandStatus } from '@/lib/contracts/http/notification-command';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { Command } from './command';

/** What is known of a command while its transaction lasts: the row is locked. */
export interface CommandRow {
  readonly id: string;
  readonly type: string;
  readonly status: CommandStatus;
  readonly reason: string;
  readonly payload: unknown;
  readonly correlationId: string;
  readonly scheduledAt: Date | null;
  /** When it was sent, refused, cancelled or given up; null: still to do. */
  readonly endedAt: Date | null;
}

const COLUMNS = `id, type, status, reason, payload, correlation_id AS "correlationId", scheduled_at AS "scheduledAt",
  ended_at AS "endedAt"`;

/** Locks the row of that name. */
export async function lockCommand(sql: SqlTx, id: string): Promise<CommandRow | undefined> {
  const { rows } = await sql.query<CommandRow>(
    `SELECT ${COLUMNS} FROM notification_command WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

/** Locks the one that has been due longest and that no other process works on. */
export async function lockDue(sql: SqlTx): Promise<CommandRow | undefined> {
  const { rows } = await sql.query<CommandRow>(
    `SELECT ${COLUMNS} FROM notification_command WHERE status = 'scheduled' AND scheduled_at <= now()
     ORDER BY scheduled_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  return rows[0];
}

/** Writes a command down, unless one of its name is there. Says whether it did. */
export async function insertCommand(
  sql: SqlTx,
  command: Command,
  given: { status: 'queued' | 'scheduled'; requestedBy: string | null; title: string },
): Promise<boolean> {
  const { id, type, payload, service, correlationId } = command;
  const { rowCount } = await sql.query(
    `INSERT INTO notification_command (id, type, status, service, title, payload, requested_by, correlation_id, scheduled_at)
     VALUES ($1, $2, $3::command_status, $4, $5, $6::jsonb, $7::uuid, $8, $9::timestamptz)
     ON CONFLICT DO NOTHING`,
    [
      id,
      type,
      given.status,
      storable(service),
      storable(given.title).slice(0, 200),
      stringifyJson(storable(payload)),
      given.requestedBy,
      storable(correlationId),
      payload.scheduled_at,
    ],
  );
  return rowCount > 0;
}

export async function endCommand(
  sql: SqlTx,
  id: string,
  end: { status: CommandStatus; reason?: string; recipients?: number },
): Promise<void> {
  await sql.query(
    `UPDATE notification_command SET status = $2::command_status, reason = $3, recipients = $4, ended_at = now()
     WHERE id = $1`,
    [id, end.status, storable(end.reason ?? '').slice(0, 500), end.recipients ?? 0],
  );
}

/** What is said of a command that was taken back. */
export const cancelledFor = (reason: string): string =>
  reason.trim() === '' ? 'Cancelled' : `Cancelled: ${reason.trim()}`;

/** What JSON may carry and a database may not: null characters, and halves of characters. */
function storable<T>(value: T): T;
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '\ufffd').toWellFormed();
  if (Array.isArray(value)) return value.map((item) => storable(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storable(key), storable(item)]));
}
