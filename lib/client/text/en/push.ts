/** Being told while no page is open. */
export const push = {
  title: 'Notifications on this device',
  about: 'Your browser can tell you what is new while no page of NimbusU is open.',
  loading: 'Looking whether this device is told',
  failed: 'What your devices are told could not be looked up',
  states: {
    unsupported: 'This browser cannot show notifications of this site, or not before the site is installed.',
    blocked: 'You have forbidden notifications of this site. Allow them in the settings of your browser.',
    off: 'This device is told nothing while no page is open.',
    on: 'This device is told.',
  },
  turnOn: 'Turn on for this device',
  turnedOn: 'This device is told from now on',
  stillOff: 'Nothing has changed: your browser did not allow it',
  devices: 'Devices that are told',
  unknown: 'Unknown browser',
  on: (browser: string, system: string) => `${browser} on ${system}`,
  current: 'This device',
  since: 'Since',
  never: 'Nothing was sent yet',
  last: 'Last told',
  remove: 'Turn off',
  removeOf: (name: string) => `Turn off ${name}`,
  removed: 'That device is told no more',
  test: 'Send a test',
  tested: (sent: number, failed: number) =>
    failed === 0
      ? `Sent to ${sent === 1 ? 'one device' : `${sent} devices`}`
      : `Sent to ${sent}, failed for ${failed}`,
  notDone: (reason: string) => `Nothing has changed. ${reason}`,
};
