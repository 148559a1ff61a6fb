import type { Locale } from '@/lib/contracts/http/locale';
import type { MailText } from '@/lib/infra/mail/write-mail';

export interface LinkMail {
  readonly name: string;
  readonly link: string;
  /** How long the link is good, minutes. */
  readonly minutes: number;
}

interface SessionMails {
  reset(mail: LinkMail): MailText;
  invitation(mail: LinkMail): MailText;
  passwordChanged(mail: { name: string }): MailText;
}

/** Mail goes to people who may not be signed in, so it is written here and not in the browser's catalogue. */
const texts: Readonly<Record<Locale, SessionMails>> = {
  en: {
    reset: ({ name, link, minutes }) => ({
      subject: 'Set a new password for NimbusU',
      text: `Hello ${name},\n\nsomebody asked to set a new password for your account. This link does it, once, within ${minutes} minutes:\n\n${link}\n\nIf it was not you, leave this mail alone: your password stays as it is.\n`,
    }),
    invitation: ({ name, link, minutes }) => ({
      subject: 'Your account at NimbusU',
      text: `Hello ${name},\n\nyou have an account at NimbusU. Choose a password for it with this link, once, within ${Math.round(minutes / 1_440)} days:\n\n${link}\n`,
    }),
    passwordChanged: ({ name }) => ({
      subject: 'Your password for NimbusU was changed',
      text: `Hello ${name},\n\nthe password of your account was changed, and all other browsers were signed out. If it was not you, set a new one at once with "Forgot your password?", and tell the administration.\n`,
    }),
  },
  de: {
    reset: ({ name, link, minutes }) => ({
      subject: 'Ein neues Passwort für NimbusU',
      text: `Guten Tag ${name},\n\njemand möchte ein neues Passwort für Ihr Konto setzen. Dieser Link tut es, einmal, innerhalb von ${minutes} Minuten:\n\n${link}\n\nWaren Sie es nicht, lassen Sie diese Mail liegen: Ihr Passwort bleibt, wie es ist.\n`,
    }),
    invitation: ({ name, link, minutes }) => ({
      subject: 'Ihr Konto bei NimbusU',
      text: `Guten Tag ${name},\n\nSie haben ein Konto bei NimbusU. Wählen Sie mit diesem Link ein Passwort, einmal, innerhalb von ${Math.round(minutes / 1_440)} Tagen:\n\n${link}\n`,
    }),
    passwordChanged: ({ name }) => ({
      subject: 'Ihr Passwort für NimbusU wurde geändert',
      text: `Guten Tag ${name},\n\ndas Passwort Ihres Kontos wurde geändert, alle anderen Browser sind abgemeldet. Waren Sie es nicht, setzen Sie sofort mit „Passwort vergessen?“ ein neues, und sagen Sie es der Verwaltung.\n`,
    }),
  },
};

export const sessionMails = (locale: Locale | null): SessionMails => texts[locale ?? 'en'];
