import type { AnnouncementView, RevisionList } from '@/lib/contracts/http/announcement';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';

type Revision = RevisionList['items'][number];

/** The texts that readers could see before the shown one, newest first. Whoever sees the announcement sees these. */
export async function listRevisions(sql: SqlTx, announcement: AnnouncementView): Promise<RevisionList> {
  const { rows } = await sql.query<Omit<Revision, 'edited_by'> & { editor_id: string; editor_name: string }>(
    `SELECT revision.revision, revision.title, revision.content, revision.priority, revision.announced,
       ${isoTime('revision.created_at')} AS created_at, editor.id AS editor_id, editor.name AS editor_name
     FROM announcement_revision AS revision JOIN app_user AS editor ON editor.id = revision.edited_by
     WHERE revision.announcement_id = $1 ORDER BY revision.revision DESC`,
    [announcement.id],
  );
  return {
    items: rows.map(({ editor_id, editor_name, ...row }) => ({
      ...row,
      edited_by: { id: editor_id, name: editor_name },
    })),
  };
}
