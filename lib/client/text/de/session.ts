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
  provider: {
    signIn: (name: string) => `Mit ${name} anmelden`,
    unreachable: (name: string) =>
      `${name} ist nicht erreichbar. Melden Sie sich mit Ihrem Passwort an, oder versuchen Sie es später noch einmal.`,
    unverified: (name: string) =>
      `${name} hat Ihre E-Mail-Adresse nicht bestätigt, darum lässt sich kein Konto zu ihr finden. Lassen Sie sie dort bestätigen, oder nehmen Sie Ihr Passwort.`,
    unknown: 'Zu Ihrer E-Mail-Adresse gibt es hier kein Konto. Fragen Sie die Verwaltung danach.',
    notActive: 'Ihr Konto ist nicht aktiv. Fragen Sie die Verwaltung.',
    taken: 'Das Konto zu Ihrer E-Mail-Adresse gehört zu einer anderen Anmeldung. Fragen Sie die Verwaltung.',
    wait: 'Zu viele Versuche. Versuchen Sie es in einigen Minuten noch einmal.',
    failed: (name: string) =>
      `Die Anmeldung mit ${name} hat nicht geklappt. Versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.`,
  },
  demo: {
    title: 'Demo-Konten',
    text: 'Dies ist eine Demo-Hochschule. Passwort aller Konten:',
    admin: 'Administration',
    faculty: 'Lehre',
    student: 'Studium der Informatik',
    student2: 'Studium des Maschinenbaus',
  },
} satisfies typeof english;
