import type { notificationChannel as english } from '../en/notification-channel';

/** Wie es den Wegen aus dem Browser hinaus geht. */
export const notificationChannel: typeof english = {
  title: 'Kanäle',
  loading: 'Es wird nachgesehen, wie es den Kanälen geht',
  failed: 'Wie es den Kanälen geht, konnte nicht nachgesehen werden',
  names: { in_app: 'Browser', email: 'E-Mail', push: 'Mitteilung', sms: 'SMS' },
  breakers: { closed: 'In Ordnung', half_open: 'Versucht es wieder', open: 'Ausgesetzt' },
  until: (time: string) => `bis ${time}`,
  waiting: 'Wartend',
  oldest: 'Älteste seit',
  sent: 'Gesendet, 24 h',
  failedCount: 'Misslungen, 24 h',
  lastSuccess: 'Zuletzt gelungen',
  lastFailure: 'Zuletzt misslungen',
  none: '–',
};
