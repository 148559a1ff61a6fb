import { sitePath } from '../http/site-path';

interface LinkTarget {
  readonly href: string;
  readonly isOutside: boolean;
}

const schemes = new Set(['http:', 'https:', 'mailto:']);

/**
 * Where a link of a text somebody wrote may lead: a page of the web, a mail address, a path of this site. Everything else,
 * and an address that hides its host behind a name (`https://bank.example@elsewhere`), is no link. The address is given
 * back as the browser reads it, so that nothing is read two ways.
 */
export function linkTarget(address: string): LinkTarget | null {
  const path = sitePath(address.trim(), '');
  if (path !== '') return { href: path, isOutside: false };
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!schemes.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  return { href: url.href, isOutside: url.protocol !== 'mailto:' };
}
