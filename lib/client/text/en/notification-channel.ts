/** How the ways out of the browser do. */
export const notificationChannel = {
  title: 'Channels',
  loading: 'Looking how the channels do',
  failed: 'How the channels do could not be looked up',
  names: { in_app: 'Browser', email: 'Email', push: 'Push', sms: 'Text message' },
  breakers: { closed: 'Working', half_open: 'Trying again', open: 'Paused' },
  until: (time: string) => `until ${time}`,
  waiting: 'Waiting',
  oldest: 'Oldest since',
  sent: 'Sent, 24 h',
  failedCount: 'Failed, 24 h',
  lastSuccess: 'Last success',
  lastFailure: 'Last failure',
  none: '–',
};
