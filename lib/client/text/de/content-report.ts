import type { contentReport as english } from '../en/content-report';

export const contentReport: typeof english = {
  title: 'Meldungen',
  loading: 'Meldungen werden geladen',
  notLoaded: 'Die Meldungen konnten nicht geladen werden',
  open: 'Offen',
  over: 'Entschieden',
  noneOpen: {
    title: 'Nichts zu entscheiden',
    text: 'Was in Nachrichten und Diskussionen gemeldet wird, erscheint hier sofort.',
  },
  noneOver: {
    title: 'Noch nichts entschieden',
    text: 'Entschiedene Meldungen bleiben hier mit dem, was getan wurde.',
  },
  kinds: { message: 'Nachricht', forum_post: 'Thema', forum_reply: 'Antwort' },
  statuses: { open: 'Offen', resolved: 'Gefolgt', dismissed: 'Abgelehnt' },
  by: (author) => `Von ${author}`,
  reportedBy: (reporter) => `Gemeldet von ${reporter}`,
  decidedBy: (name) => `Entschieden von ${name}`,
  inPlace: 'Wo es steht',
  note: 'Was daraus wird',
  noteHint: 'Das liest, wer es gemeldet hat.',
  hide: 'Verbergen',
  hideOf: (author) => `Verbergen, was ${author} geschrieben hat`,
  keep: 'Gefolgt, stehen lassen',
  keepOf: (author) => `Gefolgt, aber stehen lassen, was ${author} geschrieben hat`,
  dismiss: 'Ablehnen',
  dismissOf: (author) => `Die Meldung über ${author} ablehnen`,
  done: 'Entschieden',
  problems: { 'content_report.closed': 'Jemand anderes hat inzwischen entschieden.' },
};
