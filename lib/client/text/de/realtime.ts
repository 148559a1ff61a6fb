import type { realtime as english } from '../en/realtime';
import { counted } from './counted';

export const realtime = {
  connection: 'Verbindung',
  connecting: 'Wird verbunden',
  live: 'Live',
  reconnecting: 'Wird neu verbunden',
  reconnectingFor: (seconds) => `Wird neu verbunden, ${seconds} s`,
  offlineSince: (time) => `Offline seit ${time}`,
  waiting: (count) => counted(count, { one: '# neue', other: '# neue' }),
  justArrived: 'Gerade eingetroffen ({hotkey})',
  whileAway: (count) =>
    counted(count, { one: '# während Ihrer Abwesenheit', other: '# während Ihrer Abwesenheit' }),
  open: 'Öffnen',
  show: 'Anzeigen',
  dismiss: 'Schließen',
  stale: (time) =>
    `Sie sind offline. Stand: ${time} Uhr. Was Sie verpassen, erscheint, sobald Sie wieder online sind.`,
} satisfies typeof english;
