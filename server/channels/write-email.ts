import { Locale } from '@/lib/contracts/http/locale';
import type { DueDelivery } from '@/lib/domain/notification-channel/take-deliveries';

/** Mail goes to people who may not be signed in, so its own words are here and not in the browser's catalogue. */
const texts: Readonly<Record<Locale, { open: string; why: string }>> = {
  en: { open: 'Open it in NimbusU', why: 'You choose what NimbusU tells you by mail:' },
  de: { open: 'In NimbusU öffnen', why: 'Was NimbusU Ihnen per Mail sagt, wählen Sie hier:' },
};

export interface WrittenEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A notification as a mail: its title, its words, and a link to what it is about. */
export function writeEmail(
  due: Pick<DueDelivery, 'title' | 'message' | 'action_url' | 'locale'>,
  addresses: { siteOrigin: string; settingsUrl: string },
): WrittenEmail {
  const words = texts[Locale.safeParse(due.locale).data ?? 'en'];
  const link = absoluteUrl(due.action_url, addresses.siteOrigin);
  const text = [
    due.message,
    ...(link === null ? [] : [`${words.open}:\n${link}`]),
    `-- \n${words.why}\n${addresses.settingsUrl}`,
  ].join('\n\n');
  const paragraphs = due.message
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`);
  const html = [
    '<!doctype html><html><body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:40rem">',
    `<h1 style="font-size:1.25rem">${escapeHtml(due.title)}</h1>`,
    ...paragraphs,
    ...(link === null ? [] : [`<p><a href="${escapeHtml(link)}">${escapeHtml(words.open)}</a></p>`]),
    `<hr><p style="font-size:.8rem"><a href="${escapeHtml(addresses.settingsUrl)}">${escapeHtml(words.why.replace(/:$/, ''))}</a></p>`,
    '</body></html>',
  ].join('\n');
  return { subject: due.title.replaceAll(/\s+/g, ' ').trim(), text, html };
}

/** The address of a page of this site; what leads elsewhere is not linked. */
export function absoluteUrl(path: string, origin: string): string | null {
  if (!path.startsWith('/') || !URL.canParse(path, origin)) return null;
  const url = new URL(path, origin);
  return url.origin === origin ? url.href : null;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
