import type { Locale } from '@/lib/contracts/http/locale';
import { localeCookie } from './language-cookies';

const year = 365 * 24 * 60 * 60;

/** For pages before signing in: the language chosen last in this browser, or none. */
export function rememberLanguage(locale: Locale | null): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there without TLS
  document.cookie = `${localeCookie}=${locale ?? ''}; path=/; max-age=${locale ? year : 0}; samesite=lax`;
}
