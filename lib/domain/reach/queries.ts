import type * as z from 'zod';
import type { ReachBoard, ReachCounts, ReachPerson, ReachState } from '@/lib/contracts/http/reach';
import type { ReachQuery } from '@/lib/contracts/http/reach-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { KeysetPage } from '@/lib/infra/http/keyset-cursor';

/**
 * The reach of an announcement is a read model over three tables: whom it was announced to (notification_recipient), what
 * their screens answered (the same) and who has taken note (announcement_acknowledgement). It is computed from them each
 * time, so it cannot be something else than they are.
 */

/**
 * SQL: one row for each person an announcement was last announced to, reminders included, as `person`. `$id` is the
 * parameter with the announcement's id, or a list of ids with `= ANY`.
 */
const REACHED = (condition: string) => `
  person AS (
    SELECT announcement.id AS announcement_id, recipient.user_id,
      min(recipient.delivered_at) AS delivered_at,
      min(COALESCE(recipient.seen_at, recipient.read_at)) AS seen_at,
      min(recipient.read_at) AS read_at,
      min(acknowledgement.created_at) AS acknowledged_at,
      bool_and(CASE WHEN announcement.acknowledgement_required THEN acknowledgement.user_id IS NULL
        ELSE true END) AND (announcement.acknowledgement_required OR min(recipient.read_at) IS NULL) AS is_outstanding
    FROM announcement
    JOIN notification ON notification.announcement_id = announcement.id
      AND notification.announced_revision = announcement.announced_revision
    JOIN notification_recipient AS recipient ON recipient.notification_id = notification.id
    LEFT JOIN announcement_acknowledgement AS acknowledgement
      ON acknowledgement.announcement_id = announcement.id AND acknowledgement.user_id = recipient.user_id
      AND acknowledgement.revision >= announcement.announced_revision
    WHERE ${condition}
    GROUP BY announcement.id, recipient.user_id
  )`;

/** The numbers of the board for each of the announcements; one that reached nobody yet has zeros. */
export async function countReach(
  sql: SqlTx,
  announcementIds: readonly string[],
): Promise<ReadonlyMap<string, { createdBy: string; counts: ReachCounts }>> {
  const { rows } = await sql.query<ReachCounts & { id: string; created_by: string }>(
    `WITH ${REACHED('announcement.id = ANY ($1::uuid[])')}
     SELECT announcement.id, announcement.created_by, count(person.user_id)::int AS targeted,
       count(person.delivered_at)::int AS delivered, count(person.seen_at)::int AS seen,
       count(person.acknowledged_at)::int AS acknowledged,
       count(*) FILTER (WHERE person.is_outstanding)::int AS outstanding
     FROM announcement LEFT JOIN person ON person.announcement_id = announcement.id
     WHERE announcement.id = ANY ($1::uuid[]) AND announcement.deleted_at IS NULL
     GROUP BY announcement.id`,
    [announcementIds],
  );
  return new Map(rows.map(({ id, created_by, ...counts }) => [id, { createdBy: created_by, counts }]));
}

/** Who is still to answer and can: active users, in the order of their ids. */
export async function listOutstanding(sql: SqlTx, announcementId: string): Promise<string[]> {
  const { rows } = await sql.query<{ user_id: string }>(
    `WITH ${REACHED('announcement.id = $1::uuid')}
     SELECT person.user_id FROM person JOIN app_user ON app_user.id = person.user_id
     WHERE person.is_outstanding AND app_user.status = 'active' ORDER BY person.user_id`,
    [announcementId],
  );
  return rows.map((row) => row.user_id);
}

const conditions: Readonly<Record<z.infer<typeof ReachState>, string>> = {
  outstanding: 'person.is_outstanding',
  acknowledged: 'person.acknowledged_at IS NOT NULL',
  seen: 'person.seen_at IS NOT NULL',
  delivered: 'person.delivered_at IS NOT NULL',
  undelivered: 'person.delivered_at IS NULL',
};

/** A page of the people behind the board, by name. */
export async function listReached(
  sql: SqlTx,
  announcementId: string,
  page: KeysetPage & Pick<ReachQuery, 'state' | 'query'>,
): Promise<Pick<ReachBoard, 'people' | 'next_cursor'>> {
  const words = containsPattern(page.query);
  const { rows } = await sql.query<PersonRow>(
    `WITH ${REACHED('announcement.id = $1::uuid')}
     SELECT app_user.id, app_user.name, app_user.email, app_user.role, department.id AS department_id,
       department.code AS department_code, department.name AS department_name, person.delivered_at, person.seen_at,
       person.read_at, person.acknowledged_at
     FROM person JOIN app_user ON app_user.id = person.user_id
     LEFT JOIN department ON department.id = app_user.department_id
     WHERE ${page.state ? conditions[page.state] : 'true'}
       AND ($2::text IS NULL OR app_user.name ILIKE $2 OR app_user.email ILIKE $2)
       AND ($3::text IS NULL OR (app_user.name, app_user.id) > ($3, $4::uuid))
     ORDER BY app_user.name, app_user.id LIMIT $5`,
    [announcementId, words, page.after?.at ?? null, page.after?.id ?? null, page.limit + 1],
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    people: shown.map(personOf),
    next_cursor: rows.length > page.limit && last ? page.cursorAt({ at: last.name, id: last.id }) : null,
  };
}

interface PersonRow extends Pick<ReachPerson, 'id' | 'name' | 'email' | 'role'> {
  department_id: string | null;
  department_code: string | null;
  department_name: string | null;
  delivered_at: Date | null;
  seen_at: Date | null;
  read_at: Date | null;
  acknowledged_at: Date | null;
}

function personOf(row: PersonRow): ReachPerson {
  const { department_id, department_code, department_name, ...person } = row;
  const department =
    department_id && department_code && department_name
      ? { id: department_id, code: department_code, name: department_name }
      : null;
  return {
    ...person,
    department,
    delivered_at: iso(person.delivered_at),
    seen_at: iso(person.seen_at),
    read_at: iso(person.read_at),
    acknowledged_at: iso(person.acknowledged_at),
  };
}

const iso = (at: Date | null) => at?.toISOString() ?? null;
