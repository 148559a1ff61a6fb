import type { reading as english } from '../en/reading';
import { counted } from './counted';

export const reading = {
  pinned: 'Angepinnt',
  latest: 'Neueste',
  find: 'Mitteilungen suchen',
  findHint: 'Wörter aus Titel oder Text',
  found: (count, hasMore) =>
    hasMore ? `Mehr als ${count} gefunden` : counted(count, { one: '# gefunden', other: '# gefunden' }),
  noneFound: (words) => `Nichts mit „${words}“`,
  noneFoundText: 'Gesucht wird in Titeln und Texten, Wort für Wort.',
  acknowledge: {
    ask: 'Bestätigen',
    askedFor: (title) => `„${title}“ bestätigen`,
    done: (time) => `Bestätigt ${time}`,
    told: (title) => `„${title}“ ist bestätigt`,
    failed: (title, problem) => `„${title}“ ist noch nicht bestätigt. ${problem}`,
  },
  urgent: {
    label: 'Dringende Mitteilungen',
    alert: (title, count) =>
      count === 1 ? `Dringend: ${title}` : `${count} dringende Mitteilungen. Die neueste: ${title}`,
    many: (count) => `Alle ${count} dringenden zeigen`,
    fold: 'Nur die neueste zeigen',
  },
  gone: {
    title: 'Sie ist nicht mehr verfügbar',
    text: 'Sie ist abgelaufen, oder wer sie verfasst hat, hat sie zurückgezogen.',
  },
  state: {
    draft: 'Ein Entwurf: Außer den Verfassern sieht ihn niemand.',
    scheduled: (time) => `Sie wird am ${time} veröffentlicht.`,
    expired: (time) => `Sie ist am ${time} abgelaufen. Ihre Empfänger finden sie nicht mehr.`,
    archived: 'Sie ist im Archiv. Ihre Empfänger finden sie nicht mehr.',
  },
  revisions: {
    edited: 'bearbeitet',
    title: 'Frühere Fassungen',
    show: (count) => counted(count, { one: '# frühere Fassung zeigen', other: '# frühere Fassungen zeigen' }),
    hide: 'Frühere Fassungen ausblenden',
    loading: 'Die früheren Fassungen werden geladen',
    notLoaded: 'Die früheren Fassungen konnten nicht geladen werden',
    published: 'Veröffentlicht',
    minor: 'Kleine Änderung',
    reannounced: 'Erneut mitgeteilt',
    removed: 'Entfernt:',
    added: 'Hinzugefügt:',
    same: 'Der Wortlaut blieb gleich.',
    changedTitle: 'Titel',
    changedText: 'Text',
    priorities: { low: 'niedrig', normal: 'normal', high: 'wichtig', urgent: 'dringend' },
    changedPriority: (before, after) => `Wichtigkeit: ${before}, jetzt ${after}`,
  },
} satisfies typeof english;
