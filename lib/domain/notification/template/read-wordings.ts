import type { Locale } from '@/lib/contracts/http/locale';
import { humanText } from '@/lib/contracts/http/text';
import type { SqlTx } from '@/lib/infra/db/sql';
import { CommandRefused } from '../command/command';
import { readVariables, renderTemplate } from './render-template';

export interface Wording {
  readonly title: string;
  readonly message: string;
}

/** What is said in each language; of one that is said to all alike the key is empty. */
export type Wordings = ReadonlyMap<Locale | '', Wording>;

interface Row {
  locale: Locale;
  title: string;
  body: string;
}

/** What a notification may say. */
export const fitting = { title: humanText(1, 200), message: humanText(0, 2_000) };

/** What is said to somebody whose language is not known: English, and what there is where there is no English. */
export const plainWording = (wordings: Wordings): Wording | undefined =>
  wordings.get('en') ?? wordings.values().next().value;

/**
 * A template's text in each of its languages, with these values.
 * @throws {CommandRefused} `template_id` that is unknown, `template_data` that does not fit it, a text that becomes too long
 */
export async function readWordings(
  sql: SqlTx,
  key: string,
  data: Readonly<Record<string, unknown>>,
): Promise<Wordings> {
  const { rows } = key.includes('\u0000')
    ? { rows: [] }
    : await sql.query<Row>(
        'SELECT locale, title, body FROM notification_template WHERE key = $1 AND archived_at IS NULL ORDER BY locale',
        [key],
      );
  if (rows.length === 0) throw new CommandRefused('template_id', 'unknown', `There is no template "${key}"`);
  const all = new Set<string>();
  for (const row of rows)
    for (const text of [row.title, row.body]) {
      const read = readVariables(text);
      if ('fault' in read) throw new CommandRefused('template_id', read.fault.code, read.fault.message);
      for (const variable of read.variables) all.add(variable);
    }
  return new Map(rows.map((row) => [row.locale, renderRow(row, [...all], data)]));
}

function renderRow(row: Row, all: readonly string[], data: Readonly<Record<string, unknown>>): Wording {
  const render = (text: string) => {
    const rendered = renderTemplate(text, all, data);
    if (!('fault' in rendered)) return rendered.text;
    const { fault } = rendered;
    const field = 'variable' in fault ? `template_data.${fault.variable}` : 'template_id';
    throw new CommandRefused(field, fault.code, fault.message);
  };
  const title = fitting.title.safeParse(render(row.title)).data;
  const message = fitting.message.safeParse(render(row.body)).data;
  if (title === undefined || message === undefined)
    throw new CommandRefused('template_data', 'length', 'With these values the text is empty or too long');
  return { title, message };
}
