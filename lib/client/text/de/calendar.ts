import type { calendar as english } from '../en/calendar';

/** Das Abonnement eines Kalenderprogramms auf die eigenen Veranstaltungen. */
export const calendar: typeof english = {
  title: 'Kalender abonnieren',
  loading: 'Ihre Kalenderadresse wird gesucht',
  failed: 'Ihre Kalenderadresse konnte nicht nachgesehen werden',
  about:
    'Ihre Veranstaltungen im Kalender von Telefon oder Computer, mit allem, was entfällt oder verlegt ist. Wer die Adresse kennt, kann sie lesen: Behalten Sie sie für sich.',
  since: (date: string) =>
    `Seit ${date} gibt es eine Adresse. Sie wurde einmal gezeigt; ist sie verloren, machen Sie eine neue.`,
  create: 'Adresse anlegen',
  renew: 'Neue Adresse anlegen',
  revoke: 'Adresse beenden',
  revoked: 'Die Adresse ist beendet',
  ends: 'Kalender mit der jetzigen Adresse bekommen darüber nichts mehr.',
  keep: 'Behalten',
  address: 'Adresse',
  addressHint:
    'Fügen Sie sie im Kalender als Abonnement hinzu („per URL“). Sie wird nicht noch einmal gezeigt.',
  copy: 'Kopieren',
  copied: 'Die Adresse ist kopiert',
  notCopied: 'Die Adresse konnte nicht kopiert werden; markieren und kopieren Sie sie von Hand',
  notDone: (reason: string) => `Die Adresse ist, wie sie war. ${reason}`,
};
