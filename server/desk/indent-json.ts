import { randomUUID } from 'node:crypto';

/** JSON to read, two spaces a level; a bigint is written with all its digits. */
export function indentJson(value: unknown): string {
  const mark = randomUUID();
  const text = JSON.stringify(
    value,
    (_name, field: unknown) => (typeof field === 'bigint' ? `${mark}${field}` : field),
    2,
  );
  return (text ?? 'null').replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}
