/** What has become of a notification, on each of its ways. */
export const notificationTrail = {
  title: 'Delivery',
  loading: 'Looking what has become of it',
  failed: 'What has become of it could not be looked up',
  channels: { in_app: 'In the browser', email: 'Email', push: 'Push', sms: 'Text message' },
  queued: 'Queued',
  held: (until: string) => `Held back until ${until}`,
  never: 'Not shown in the browser',
  sent: 'Sent',
  delivered: 'Delivered',
  deliveredTo: (screens: number) => `Delivered to ${screens === 1 ? 'one screen' : `${screens} screens`}`,
  seen: 'Seen',
  read: 'Read',
  failedState: 'Failed',
  nextTry: 'Next try',
  attempts: (count: number) => `${count} attempts`,
  /** Reasons that are ours; a channel's own words are shown as they came. */
  reasons: {
    'no address': 'There was no address to send it to',
    expired: 'It had expired',
    withdrawn: 'It was withdrawn before',
    'account not active': 'The account was not active',
    'not a number in international form': 'The phone number is not in international form',
    'the browser has taken its subscription back': 'The browser has ended its subscription',
    'mail to this address comes back': 'Mail to this address comes back',
    'the gateway could not deliver it': 'The gateway could not deliver it',
  },
};
