import type { layout as english } from '../en/layout';

export const layout = {
  skip: 'Zum Inhalt springen',
  toHome: 'NimbusU, Startseite',
  main: 'Hauptnavigation',
  places: { home: 'Start', inbox: 'Posteingang', announcements: 'Mitteilungen', write: 'Verfassen' },
  theme: 'Farbschema',
  themes: { light: 'Hell', dark: 'Dunkel', system: 'Wie das Gerät' },
  accountOf: (name) => `Konto von ${name}`,
  roles: { student: 'Studierende', faculty: 'Lehrende', admin: 'Administration' },
  signOut: 'Abmelden',
  stillSignedIn:
    'Sie sind noch angemeldet: Der Server ist nicht erreichbar. Versuchen Sie es erneut, wenn Sie online sind.',
} satisfies typeof english;
