import { counted } from './counted';

export const realtime = {
  connection: 'Connection',
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  reconnectingFor: (seconds: number) => `Reconnecting, ${seconds} s`,
  offlineSince: (time: string) => `Offline since ${time}`,
  waiting: (count: number) => counted(count, { one: '# new', other: '# new' }),
  /** `{hotkey}` becomes the key that leads there. */
  justArrived: 'Just arrived ({hotkey})',
  whileAway: (count: number) =>
    counted(count, { one: '# while you were away', other: '# while you were away' }),
  open: 'Open',
  show: 'Show',
  dismiss: 'Dismiss',
  stale: (time: string) =>
    `You are offline. This is as of ${time}; what you miss comes as soon as you are back.`,
};
