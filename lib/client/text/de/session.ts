import type { session as english } from '../en/session';
import { counted } from './counted';

export const session = {
  signIn: 'Anmelden',
  signingIn: 'Anmeldung läuft …',
  email: 'E-Mail',
  password: 'Passwort',
  enterEmail: 'Geben Sie Ihre E-Mail-Adresse ein',
  enterPassword: 'Geben Sie Ihr Passwort ein',
  wrong: 'E-Mail oder Passwort ist falsch.',
  wait: (seconds: number) =>
    `Zu viele Versuche. Versuchen Sie es in ${seconds < 60 ? counted(seconds, { one: '# Sekunde', other: '# Sekunden' }) : counted(Math.ceil(seconds / 60), { one: '# Minute', other: '# Minuten' })} noch einmal.`,
  forgot: 'Passwort vergessen?',
  unreachable:
    'Der Server ist nicht erreichbar. Ihre Eingaben sind noch da; versuchen Sie es gleich noch einmal.',
  demo: {
    title: 'Demo-Konten',
    text: 'Dies ist eine Demo-Hochschule. Passwort aller Konten:',
    admin: 'Administration',
    faculty: 'Lehre',
    student: 'Studium der Informatik',
    student2: 'Studium des Maschinenbaus',
  },
} satisfies typeof english;
