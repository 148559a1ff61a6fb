import { Locale } from '@/lib/contracts/http/locale';
import type { CommandList, CommandStatus, CommandView } from '@/lib/contracts/http/notification-command';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { DomainProblem } from '../../problem';

type Row = CommandView & { place: string; cursor_at: string };

/** What people and other services have asked for, newest first, and how far it has come on each channel. */
export async function listCommands(
  sql: SqlTx,
  request: KeysetPage & { status?: CommandStatus | undefined },
): Promise<CommandList> {
  const { after, limit, status } = request;
  const { rows } = await sql.query<Row>(
    `${SELECT}
     WHERE ($1::timestamptz IS NULL OR (command.created_at, md5(command.id)::uuid) < ($1, $2::uuid))
       AND ($4::command_status IS NULL OR command.status = $4)
     ORDER BY command.created_at DESC, md5(command.id)::uuid DESC
     LIMIT $3`,
    [after?.at ?? null, after?.id ?? null, limit + 1, status ?? null],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ place: _place, cursor_at: _at, ...item }) => item),
    next_cursor:
      rows.length > limit && last ? request.cursorAt({ at: last.cursor_at, id: last.place }) : null,
  };
}

/** @throws {DomainProblem} `resource.not_found` */
export async function readCommand(sql: SqlTx, id: string): Promise<CommandView> {
  const { rows } = await sql.query<Row>(`${SELECT} WHERE command.id = $1`, [id.replaceAll('\u0000', '')]);
  const row = rows[0];
  if (!row) throw new DomainProblem('resource.not_found');
  const { place: _place, cursor_at: _at, ...view } = row;
  return view;
}

/** The names of the notifications of a command: one, or one in each language (see sendCommand). */
export const notificationsOf = (id: string) =>
  `ARRAY[${[id, ...Locale.options.map((locale) => `${id} || '#${locale}'`)].join(', ')}]`;

/**
 * The browser's trail is the recipient row, the other channels' the delivery; both are counted when they are looked at, like
 * the reach of an announcement. The browser is a channel only for those who are to see it there.
 */
const COUNTED = `
  SELECT 'in_app' AS channel,
    count(*) FILTER (WHERE delivered_at IS NULL)::int AS queued,
    0 AS sent,
    count(*) FILTER (WHERE delivered_at IS NOT NULL AND read_at IS NULL)::int AS delivered,
    count(*) FILTER (WHERE read_at IS NOT NULL)::int AS read,
    0 AS failed
  FROM notification JOIN notification_recipient ON notification_id = notification.id
  WHERE command_id = ANY (${notificationsOf('command.id')}) AND held_until IS DISTINCT FROM 'infinity'
  HAVING count(*) > 0
  UNION ALL
  SELECT channel::text,
    count(*) FILTER (WHERE delivery.status = 'queued')::int, count(*) FILTER (WHERE delivery.status = 'sent')::int,
    count(*) FILTER (WHERE delivery.status = 'delivered')::int, 0, count(*) FILTER (WHERE delivery.status = 'failed')::int
  FROM notification JOIN notification_delivery AS delivery ON notification_id = notification.id
  WHERE command_id = ANY (${notificationsOf('command.id')})
  GROUP BY channel`;

const SELECT = `
  SELECT command.id, command.type, command.status::text, command.reason, command.service, command.title,
    CASE WHEN command.payload ->> 'priority' IN ('low', 'high', 'urgent') THEN command.payload ->> 'priority'
      ELSE 'normal' END AS priority,
    CASE WHEN app_user.id IS NOT NULL THEN json_build_object('id', app_user.id, 'name', app_user.name) END AS requested_by,
    ${isoTime('command.created_at')} AS created_at, ${isoTime('command.scheduled_at')} AS scheduled_at,
    ${isoTime('command.ended_at')} AS ended_at, command.recipients,
    COALESCE((SELECT json_agg(counted ORDER BY counted.channel) FROM (${COUNTED}) AS counted), '[]') AS channels,
    md5(command.id)::uuid::text AS place, ${cursorTime('command.created_at')} AS cursor_at
  FROM notification_command AS command
  LEFT JOIN app_user ON app_user.id = command.requested_by`;
