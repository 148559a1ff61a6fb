import * as z from 'zod';
import type { Settings } from '@/lib/contracts/http/settings';
import type { SqlTx } from '@/lib/infra/db/sql';

/** The database's names for the settings, and what each is while nobody has changed it. */
export const settingRows = {
  faculty_may_announce: { name: 'announcements.faculty_may_announce', schema: z.boolean(), unset: false },
  second_factor_required: { name: 'sign_in.second_factor_required', schema: z.boolean(), unset: false },
} as const satisfies Record<keyof Settings, { name: string; schema: z.ZodType; unset: unknown }>;

/** What is switched for the whole university. */
export async function readSettings(sql: SqlTx): Promise<Settings> {
  const { rows } = await sql.query<{ name: string; value: unknown }>('SELECT name, value FROM setting');
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  const read = ({ name, schema, unset }: (typeof settingRows)[keyof Settings]) =>
    schema.parse(values.get(name) ?? unset);
  return {
    faculty_may_announce: read(settingRows.faculty_may_announce),
    second_factor_required: read(settingRows.second_factor_required),
  };
}
