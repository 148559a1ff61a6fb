import type { SqlTx } from '@/lib/infra/db/sql';
import { seedId } from './people';

const templates = [
  ['book-due', 'en', '{{book}} is due', 'Please bring it back by {{day}}. You can renew it at the desk.'],
  [
    'book-due',
    'de',
    '{{book}} ist fällig',
    'Bitte bringen Sie es bis {{day}} zurück. Am Schalter können Sie es verlängern.',
  ],
  ['fee-reminder', 'en', 'The fee of {{term}} is open', '{{amount}} are to be paid by {{day}}.'],
] as const;

/** What other services name by its key: one in both languages, one in English alone. Run again it changes nothing. */
export async function seedTemplates(sql: SqlTx): Promise<void> {
  for (const [key, locale, title, body] of templates)
    await sql.query(
      `INSERT INTO notification_template (id, key, locale, title, body) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [seedId(`template ${key} ${locale}`), key, locale, title, body],
    );
}
