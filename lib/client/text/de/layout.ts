import type { layout as english } from '../en/layout';

export const layout = {
  skip: 'Zum Inhalt springen',
  toHome: 'NimbusU, Startseite',
  main: 'Hauptnavigation',
  places: {
    home: 'Start',
    inbox: 'Posteingang',
    timetable: 'Stundenplan',
    planner: 'Planung',
    courses: 'Kurse',
    announcements: 'Mitteilungen',
    write: 'Verfassen',
    events: 'Ereignisse',
    settings: 'Einstellungen',
    api: 'API',
    people: 'Personen',
    rooms: 'Räume',
    profile: 'Profil',
  },
  more: 'Mehr',
  morePlaces: 'Weitere Seiten',
  close: 'Schließen',
  language: 'Sprache',
  languages: { en: 'English', de: 'Deutsch' },
  theme: 'Farbschema',
  themes: { light: 'Hell', dark: 'Dunkel', system: 'Wie das Gerät' },
  accountOf: (name) => `Konto von ${name}`,
  roles: { student: 'Studium', faculty: 'Lehre', admin: 'Administration' },
  signOut: 'Abmelden',
  stillSignedIn:
    'Sie sind noch angemeldet: Der Server ist nicht erreichbar. Versuchen Sie es erneut, wenn Sie online sind.',
} satisfies typeof english;
