import * as z from 'zod';
import { MessagingScope, type Settings } from '@/lib/contracts/http/settings';
import type { SqlTx } from '@/lib/infra/db/sql';

/** The database's names for the settings, and what each is while nobody has changed it. */
export const settingRows = {
  faculty_may_announce: { name: 'announcements.faculty_may_announce', schema: z.boolean(), unset: false },
  second_factor_required: { name: 'sign_in.second_factor_required', schema: z.boolean(), unset: false },
  messaging_scope: { name: 'messaging.scope', schema: MessagingScope, unset: 'course_mates' },
} as const satisfies Record<keyof Settings, { name: string; schema: z.core.$ZodType; unset: unknown }>;

/** What is switched for the whole university. */
export async function readSettings(sql: SqlTx): Promise<Settings> {
  const { rows } = await sql.query<{ name: string; value: unknown }>('SELECT name, value FROM setting');
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  const read = <Name extends keyof typeof settingRows>(name: Name) => {
    const { name: row, schema, unset } = settingRows[name];
    return z.parse(schema, values.get(row) ?? unset);
  };
  return {
    faculty_may_announce: z.parse(z.boolean(), read('faculty_may_announce')),
    second_factor_required: z.parse(z.boolean(), read('second_factor_required')),
    messaging_scope: z.parse(MessagingScope, read('messaging_scope')),
  };
}
