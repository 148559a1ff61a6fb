import { v4 } from 'uuid';

/** A bigint for an integer that a number cannot hold, else what JSON.parse gives. Throws a SyntaxError. */
export function parseJson(text: string): unknown {
  if (!maybeWide.test(text)) return JSON.parse(text);
  const marked = text.replace(stringOrWideInteger, (token, string: string | undefined) =>
    string === undefined && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token,
  );
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

/** JSON in which a bigint is an integer. Takes what is JSON otherwise: no Date, no function. */
export function stringifyJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(stringifyJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${stringifyJson(field)}`).join(',')}}`;
}

const maybeWide = /\d{16}/;

/** A whole string, or an integer of 16 digits and more that is not a part of a fraction or an exponent. */
const stringOrWideInteger = /("(?:[^"\\]|\\.)*")|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** Marks a wide integer on its way through JSON.parse; nobody can send a string that begins so. */
const mark = `${v4()}:`;
