import type { Locale } from '@/lib/contracts/http/locale';
import type { Notice } from '../notification/tell-people';

interface Notices {
  newSignIn(what: { device: string | null; address: string }): Notice;
  locked(what: { address: string; minutes: number }): Notice;
  linked(): Notice;
}

/** What the bell says of an account; kept as it is written, so in the language of its owner. */
const texts: Readonly<Record<Locale, Notices>> = {
  en: {
    newSignIn: ({ device, address }) => ({
      title: `New sign-in: ${device ?? 'an unknown device'}`,
      message: `From address ${address || 'unknown'}, where you had not signed in lately. If it was not you, sign it out and change your password.`,
    }),
    locked: ({ address, minutes }) => ({
      title: 'Signing in to your account is locked at one address',
      message: `Too many wrong passwords came from ${address || 'an unknown address'}: no more are tried from there for ${minutes} minutes. Everywhere else you sign in as always.`,
    }),
    linked: () => ({
      title: 'Your account can be entered with your university sign-in',
      message:
        'Somebody signed in there with your e-mail address. If it was not you, tell the administration.',
    }),
  },
  de: {
    newSignIn: ({ device, address }) => ({
      title: `Neue Anmeldung: ${device ?? 'ein unbekanntes Gerät'}`,
      message: `Von der Adresse ${address || 'unbekannt'}, wo Sie zuletzt nicht angemeldet waren. Waren Sie es nicht, melden Sie sie ab und ändern Sie Ihr Passwort.`,
    }),
    locked: ({ address, minutes }) => ({
      title: 'Die Anmeldung an Ihrem Konto ist für eine Adresse gesperrt',
      message: `Von ${address || 'einer unbekannten Adresse'} kamen zu viele falsche Passwörter: ${minutes} Minuten lang wird von dort keines mehr geprüft. Überall sonst melden Sie sich an wie immer.`,
    }),
    linked: () => ({
      title: 'Ihr Konto lässt sich mit der Anmeldung Ihrer Hochschule öffnen',
      message:
        'Jemand hat sich dort mit Ihrer E-Mail-Adresse angemeldet. Waren Sie es nicht, sagen Sie es der Verwaltung.',
    }),
  },
};

export const accountNotices = (locale: Locale | null): Notices => texts[locale ?? 'en'];
