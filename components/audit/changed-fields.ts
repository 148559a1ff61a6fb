import type { AuditView } from '@/lib/contracts/http/audit';

/** A field of a change, in words; `null` on the side that does not exist. */
export interface ChangedField {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

interface Words {
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
}

/** What says nothing of the thing itself: its key, its count of changes, and what belongs to who looks at it. */
const silent = new Set([
  'id',
  'version',
  'own',
  'taken',
  'waiting',
  'is_current',
  'course_count',
  'created_at',
]);

/**
 * The fields that are another now. Of what is new or gone only the side that there is, without what is empty; ids by what
 * they stand for, where that is known.
 */
export function changedFields(
  { before, after, names }: Pick<AuditView, 'before' | 'after' | 'names'>,
  words: Words,
): ChangedField[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((name) => !silent.has(name))
    .map((name) => ({
      name,
      from: inWords(before?.[name], names, words),
      to: inWords(after?.[name], names, words),
    }))
    .filter(({ from, to }) => from !== to)
    .map(({ name, from, to }) => ({
      name,
      from: before ? (from ?? words.nothing) : null,
      to: after ? (to ?? words.nothing) : null,
    }));
}

function inWords(value: unknown, names: AuditView['names'], words: Words): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return names[value] ?? value;
  if (typeof value !== 'object') return String(value);
  if (!Array.isArray(value)) return inWords(nameIn(value), names, words);
  return value.flatMap((part: unknown) => inWords(part, names, words) ?? []).join(', ') || null;
}

/** A thing among the values goes by its name. */
const nameIn = (thing: object): unknown =>
  'name' in thing ? thing.name : 'code' in thing ? thing.code : JSON.stringify(thing);
