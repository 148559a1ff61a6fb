import { type FieldKind, fieldKind, isJudged } from './personal-fields';

/** Stands where a value was. Always the same, so that it tells nothing of the length. */
export const MASK = '•••••';

export interface Masked {
  readonly value: unknown;
  /** Where something was hidden: `payload.title`. */
  readonly hidden: readonly string[];
}

/**
 * A parsed record without its personal data: every text by the kind of its field, numbers of personal fields too.
 * Names of fields are looked at as well, since a map may be keyed by an address.
 */
export function maskPersonal(record: unknown): Masked {
  const hidden: string[] = [];

  function mask(name: string, value: unknown, path: string): unknown {
    if (Array.isArray(value)) return value.map((item: unknown) => mask(name, item, path));
    if (typeof value === 'object' && value !== null) return maskFields(name, value, path);
    if (value === '' || value === null || typeof value === 'boolean') return value;
    const shown = showValue(name, value);
    if (shown !== value && !hidden.includes(path)) hidden.push(path);
    return shown;
  }

  function maskFields(parent: string, fields: object, path: string): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]: [string, unknown]) => {
        const shownName = looksLikeId(name) ? name : MASK;
        // Old and new value are of the field that has changed.
        const judgedBy = CHANGE.has(name) ? parent : name;
        return [shownName, mask(judgedBy, value, path === '' ? shownName : `${path}.${shownName}`)];
      }),
    );
  }

  return { value: mask('', record, ''), hidden };
}

const CHANGE = new Set(['old_value', 'new_value']);

/** One value of a field: itself, a part of it, or the mask. */
function showValue(name: string, value: unknown): unknown {
  const kind = fieldKind(name);
  if (typeof value === 'string') return show[kind](value);
  // Beyond the table, a number is as telling as a text once it has the digits of a phone or register number.
  const telling = kind === 'personal' && (isJudged(name) || String(value).length > 6);
  return telling ? MASK : value;
}

const show: Readonly<Record<FieldKind, (text: string) => string>> = {
  word: (text) => (text.length <= 120 && !ADDRESS.test(text) ? text : MASK),
  id: (text) => (looksLikeId(text) ? text : MASK),
  time: (text) => (/^[\d:.TZ+ -]{4,40}$/.test(text) ? text : MASK),
  route: (text) => (/^[A-Z]+ \/[\w/[\].-]{0,200}$/.test(text) ? text : MASK),
  reason: (text) => withoutQuotes(text),
  personal: () => MASK,
};

/** No spaces, no address: what the product and other services use as ids and keys. */
export function looksLikeId(text: string): boolean {
  return /^[\w.:-]{1,128}$/.test(text) && !ADDRESS.test(text);
}

/** Why something failed, as it may be shown and counted: what it quotes, and addresses, are left out. */
export function withoutQuotes(text: string): string {
  return text
    .replace(/"[^"\n]*("|$)|'[^'\n]*'|`[^`\n]*`|“[^”\n]*”/gm, (quoted) => `${quoted[0]}${MASK}${quoted[0]}`)
    .replace(new RegExp(ADDRESS, 'gi'), MASK);
}

/** An email address, an IPv4 or an IPv6 address. */
const ADDRESS =
  /[^\s@"'<>]+@[^\s@"'<>]+|\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w-])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}(?![\w-])/i;
