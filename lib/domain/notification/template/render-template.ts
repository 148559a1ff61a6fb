import mustache from 'mustache';

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

/**
 * The text with its variables filled in, as plain text: nothing is escaped, and what a value holds is not read again. Every
 * variable needs its value, and every value a variable of `all`.
 */
export function renderTemplate(
  text: string,
  all: readonly string[],
  data: Readonly<Record<string, unknown>>,
): { text: string } | { fault: TemplateFault } {
  const values = new Map<string, string>();
  for (const [variable, value] of Object.entries(data)) {
    if (!all.includes(variable))
      return { fault: { code: 'unknown', variable, message: `The template has no variable "${variable}"` } };
    if (
      typeof value !== 'string' &&
      typeof value !== 'number' &&
      typeof value !== 'bigint' &&
      typeof value !== 'boolean'
    )
      return { fault: { code: 'value', variable, message: `"${variable}" is neither a text nor a number` } };
    values.set(variable, String(value).replaceAll('\u0000', '').toWellFormed());
  }
  const missing = all.find((variable) => !values.has(variable));
  if (missing !== undefined)
    return {
      fault: { code: 'missing', variable: missing, message: `The variable "${missing}" has no value` },
    };
  return {
    text: mustache.render(text, Object.fromEntries(values), {}, { escape: String, tags: ['{{', '}}'] }),
  };
}
