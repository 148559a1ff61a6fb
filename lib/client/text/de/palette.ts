import type { palette as english } from '../en/palette';

export const palette = {
  title: 'Suche und Befehle',
  open: 'Suchen',
  placeholder: 'Seiten, Mitteilungen, Aktionen suchen …',
  placeholderAdmin: 'Seiten, Mitteilungen, Personen, Aktionen suchen …',
  nothing: 'Nichts gefunden',
  searching: 'Suche läuft …',
  failed: 'Die Suche hat nicht geklappt. Tippen Sie weiter, um es erneut zu versuchen.',
  pages: 'Seiten',
  actions: 'Aktionen',
  announcements: 'Mitteilungen',
  people: 'Personen',
  mailTo: (name) => `E-Mail an ${name} schreiben`,
  themeTo: (theme) => `Farbschema: ${theme}`,
  allRead: 'Alles ist als gelesen markiert',
} satisfies typeof english;
