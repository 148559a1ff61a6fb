import type { push as english } from '../en/push';

/** Gemeldet bekommen, während keine Seite offen ist. */
export const push: typeof english = {
  title: 'Mitteilungen auf diesem Gerät',
  about: 'Ihr Browser kann Ihnen Neues melden, während keine Seite von NimbusU offen ist.',
  loading: 'Es wird nachgesehen, ob diesem Gerät gemeldet wird',
  failed: 'Was Ihren Geräten gemeldet wird, konnte nicht nachgesehen werden',
  states: {
    unsupported:
      'Dieser Browser kann keine Mitteilungen dieser Seite zeigen, oder erst, wenn sie installiert ist.',
    blocked:
      'Sie haben Mitteilungen dieser Seite verboten. Erlauben Sie sie in den Einstellungen Ihres Browsers.',
    off: 'Diesem Gerät wird nichts gemeldet, während keine Seite offen ist.',
    on: 'Diesem Gerät wird gemeldet.',
  },
  turnOn: 'Für dieses Gerät einschalten',
  turnedOn: 'Diesem Gerät wird ab jetzt gemeldet',
  stillOff: 'Es bleibt, wie es war: Ihr Browser hat es nicht erlaubt',
  devices: 'Geräte, denen gemeldet wird',
  unknown: 'Unbekannter Browser',
  on: (browser: string, system: string) => `${browser} auf ${system}`,
  current: 'Dieses Gerät',
  since: 'Seit',
  never: 'Noch nichts gesendet',
  last: 'Zuletzt gemeldet',
  remove: 'Ausschalten',
  removeOf: (name: string) => `${name} ausschalten`,
  removed: 'Diesem Gerät wird nichts mehr gemeldet',
  test: 'Test senden',
  tested: (sent: number, failed: number) =>
    failed === 0
      ? `Gesendet an ${sent === 1 ? 'ein Gerät' : `${sent} Geräte`}`
      : `An ${sent} gesendet, bei ${failed} misslungen`,
  notDone: (reason: string) => `Es bleibt, wie es war. ${reason}`,
};
