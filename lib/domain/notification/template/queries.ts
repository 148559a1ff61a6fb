import type { Locale } from '@/lib/contracts/http/locale';
import type { TemplateList, TemplateView } from '@/lib/contracts/http/notification-template';
import type { TemplateListQuery } from '@/lib/contracts/http/notification-template-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { DomainProblem } from '../../problem';
import type { SignedIn } from '../../session/authenticate';
import { readVariables } from './render-template';
import { requireTemplateAdmin } from './require-template-admin';

/** What a template says in one language. */
export interface TemplateText {
  readonly title: string;
  readonly body: string;
}

type Row = Omit<TemplateView, 'variables' | 'needed'> & { others: readonly TemplateText[] };

/**
 * The templates in use, or those put away, by key.
 * @throws {DomainProblem} `auth.forbidden`
 */
export async function listTemplates(
  sql: SqlTx,
  actor: SignedIn,
  page: KeysetPage & Pick<TemplateListQuery, 'query' | 'key' | 'archived'>,
): Promise<TemplateList> {
  requireTemplateAdmin(actor);
  const { rows } = await sql.query<Row>(
    `${SELECT} WHERE (template.archived_at IS NOT NULL) = $5
       AND ($1::text IS NULL OR (template.key, template.id) > ($1, $2::uuid))
       AND ($6::text IS NULL OR template.key = $6)
       AND ($4::text IS NULL OR template.key ILIKE $4 OR template.title ILIKE $4 OR template.body ILIKE $4)
     ORDER BY template.key, template.id LIMIT $3`,
    [
      page.after?.at ?? null,
      page.after?.id ?? null,
      page.limit + 1,
      containsPattern(page.query),
      page.archived,
      page.key ?? null,
    ],
  );
  const items = rows.slice(0, page.limit).map(viewOf);
  const last = items.at(-1);
  const more = rows.length > page.limit && last;
  return { items, next_cursor: more ? page.cursorAt({ at: last.key, id: last.id }) : null };
}

/** @throws {DomainProblem} `auth.forbidden`, `resource.not_found` */
export async function readTemplate(sql: SqlTx, actor: SignedIn, id: string): Promise<TemplateView> {
  requireTemplateAdmin(actor);
  const { rows } = isUuid(id) ? await sql.query<Row>(`${SELECT} WHERE template.id = $1`, [id]) : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return viewOf(rows[0]);
}

/** What the template of this key says in its other languages, as far as they are in use. */
export async function otherTexts(sql: SqlTx, key: string, locale: Locale): Promise<TemplateText[]> {
  const { rows } = await sql.query<TemplateText>(
    'SELECT title, body FROM notification_template WHERE key = $1 AND locale <> $2 AND archived_at IS NULL ORDER BY locale',
    [key, locale],
  );
  return rows;
}

/** The variables of texts, each once in the order they stand; what cannot be read has none. */
export function variablesOf(texts: readonly TemplateText[]): string[] {
  const all = texts.flatMap(({ title, body }) => [title, body]).map(readVariables);
  return [...new Set(all.flatMap((read) => ('variables' in read ? read.variables : [])))];
}

function viewOf({ others, ...row }: Row): TemplateView {
  return { ...row, variables: variablesOf([row]), needed: variablesOf([row, ...others]) };
}

const SELECT = `
  SELECT template.id, template.key, template.locale, template.title, template.body, template.version,
    template.archived_at IS NOT NULL AS archived, ${isoTime('template.updated_at')} AS updated_at,
    CASE WHEN app_user.id IS NOT NULL THEN jsonb_build_object('id', app_user.id, 'name', app_user.name) END AS updated_by,
    COALESCE((
      SELECT jsonb_agg(jsonb_build_object('title', other.title, 'body', other.body) ORDER BY other.locale)
      FROM notification_template AS other
      WHERE other.key = template.key AND other.id <> template.id AND other.archived_at IS NULL), '[]') AS others
  FROM notification_template AS template LEFT JOIN app_user ON app_user.id = template.updated_by`;
