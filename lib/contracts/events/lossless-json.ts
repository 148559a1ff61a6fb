import { v4 } from 'uuid';

/** A bigint for an integer that a number cannot hold, else what JSON.parse gives. Throws a SyntaxError. */
export function parseJson(text: string): unknown {
  if (!maybeWide.test(text)) return JSON.parse(text);
  return JSON.parse(markWideIntegers(text), (_name, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

/** JSON in which a bigint is an integer. Takes what is JSON otherwise: no Date, no function. */
export function stringifyJson(value: unknown): string {
  let wide = false;
  const text = JSON.stringify(value, (_name, field: unknown) => {
    if (typeof field !== 'bigint') return field;
    wide = true;
    return null;
  });
  return wide ? stringifyWide(value) : (text ?? 'null');
}

function stringifyWide(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(stringifyWide).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${stringifyWide(field)}`).join(',')}}`;
}

const maybeWide = /\d{16}/;

/** 16 digits and more, not a part of a fraction or an exponent, and no name of a field (which would be no JSON). */
const wideInteger = /(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE]|\s*:)/g;

/** Marks a wide integer on its way through JSON.parse; nobody can send a string that begins so. */
const mark = `${v4()}:`;

/** Walks from string to string by hand: a regular expression for JSON strings overflows the stack on long ones. */
function markWideIntegers(text: string): string {
  let marked = '';
  for (let from = 0; from < text.length; ) {
    const opening = text.indexOf('"', from);
    const outside = text.slice(from, opening === -1 ? text.length : opening);
    marked += outside.replace(wideInteger, (digits) =>
      Number.isSafeInteger(Number(digits)) ? digits : `"${mark}${digits}"`,
    );
    if (opening === -1) break;
    from = endOfString(text, opening);
    marked += text.slice(opening, from);
  }
  return marked;
}

function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
