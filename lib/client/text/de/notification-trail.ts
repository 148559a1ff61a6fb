import type { notificationTrail as english } from '../en/notification-trail';

/** Was aus einer Benachrichtigung geworden ist, auf jedem ihrer Wege. */
export const notificationTrail: typeof english = {
  title: 'Zustellung',
  loading: 'Es wird nachgesehen, was daraus geworden ist',
  failed: 'Was daraus geworden ist, konnte nicht nachgesehen werden',
  channels: { in_app: 'Im Browser', email: 'E-Mail', push: 'Mitteilung', sms: 'SMS' },
  queued: 'Eingereiht',
  held: (until: string) => `Zurückgehalten bis ${until}`,
  never: 'Nicht im Browser gezeigt',
  sent: 'Gesendet',
  delivered: 'Zugestellt',
  deliveredTo: (screens: number) =>
    `Zugestellt auf ${screens === 1 ? 'einem Bildschirm' : `${screens} Bildschirmen`}`,
  seen: 'Gesehen',
  read: 'Gelesen',
  failedState: 'Misslungen',
  nextTry: 'Nächster Versuch',
  attempts: (count: number) => `${count} Versuche`,
  reasons: {
    'no address': 'Es gab keine Adresse dafür',
    expired: 'Sie war abgelaufen',
    withdrawn: 'Sie wurde vorher zurückgenommen',
    'account not active': 'Das Konto war nicht aktiv',
    'not a number in international form': 'Die Telefonnummer hat keine internationale Form',
    'the browser has taken its subscription back': 'Der Browser hat sein Abonnement beendet',
    'mail to this address comes back': 'Mail an diese Adresse kommt zurück',
    'the gateway could not deliver it': 'Das Gateway konnte sie nicht zustellen',
  },
};
