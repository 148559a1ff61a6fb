import mustache from 'mustache';

// By default every text that was ever read is kept, and somebody who tries a wording sends one with each letter.
mustache.templateCache = undefined;

export type TemplateFault =
  | { readonly code: 'syntax' | 'logic' | 'name' | 'markup'; readonly message: string }
  | { readonly code: 'missing' | 'unknown' | 'value'; readonly variable: string; readonly message: string };

const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const MARKUP = /<\s*[!/?a-z]|javascript:/i;

/** The names of a text's variables, each once in the order they stand; or what is wrong with the text. */
export function readVariables(text: string): { variables: string[] } | { fault: TemplateFault } {
  if (MARKUP.test(text))
    return { fault: { code: 'markup', message: 'Markup and scripts are not allowed: this is plain text' } };
  const names = new Set<string>();
  try {
    for (const [kind, value] of mustache.parse(text, ['{{', '}}'])) {
      if (kind === 'text') continue;
      if (kind !== 'name' && kind !== '&')
        return { fault: { code: 'logic', message: `Only variables are allowed, not {{${kind}${value}}}` } };
      if (!NAME.test(value))
        return {
          fault: {
            code: 'name',
            message: `"${value}" is no name of a variable: small letters, digits and _, a letter first`,
          },
        };
      names.add(value);
    }
  } catch (error) {
    return { fault: { code: 'syntax', message: error instanceof Error ? error.message : String(error) } };
  }
  return { variables: [...names] };
}

type DataFault = Extract<TemplateFault, { variable: string }>;

/** The values as they are written, or all that is wrong with them: every variable of `all` needs its value, and no other has one. */
export function readValues(
  all: readonly string[],
  data: Readonly<Record<string, unknown>>,
): { values: Readonly<Record<string, string>> } | { faults: readonly [DataFault, ...DataFault[]] } {
  const values = new Map<string, string>();
  const faults: DataFault[] = [];
  for (const [variable, value] of Object.entries(data)) {
    if (!all.includes(variable))
      faults.push({ code: 'unknown', variable, message: `The template has no variable "${variable}"` });
    else if (
      typeof value !== 'string' &&
      typeof value !== 'number' &&
      typeof value !== 'bigint' &&
      typeof value !== 'boolean'
    )
      faults.push({ code: 'value', variable, message: `"${variable}" is neither a text nor a number` });
    else values.set(variable, String(value).replaceAll('\u0000', '').toWellFormed());
  }
  for (const variable of all)
    if (!Object.hasOwn(data, variable))
      faults.push({ code: 'missing', variable, message: `The variable "${variable}" has no value` });
  const [first, ...more] = faults;
  return first ? { faults: [first, ...more] } : { values: Object.fromEntries(values) };
}

/**
 * The text with its variables filled in, as plain text: nothing is escaped, and what a value holds is not read again. Every
 * variable needs its value, and every value a variable of `all`.
 */
export function renderTemplate(
  text: string,
  all: readonly string[],
  data: Readonly<Record<string, unknown>>,
): { text: string } | { fault: TemplateFault } {
  const read = readValues(all, data);
  if ('faults' in read) return { fault: read.faults[0] };
  return { text: mustache.render(text, read.values, {}, { escape: String, tags: ['{{', '}}'] }) };
}
