import type { keyboard as english } from '../en/keyboard';

export const keyboard = {
  title: 'Tastenkürzel',
  close: 'Schließen',
  groups: { anywhere: 'Überall', pages: 'Gehe zu', lists: 'In Listen' },
  andThen: 'dann',
  nextRow: 'Nächste Zeile',
  previousRow: 'Vorige Zeile',
  openRow: 'Zeile öffnen',
  showAll: 'Alle Tastenkürzel anzeigen',
  openPalette: 'Suche und Befehle',
  enter: 'Eingabe',
  control: 'Strg',
  off: 'Kürzel aus einer einzelnen Taste sind ausgeschaltet. Sie können sie im Profil einschalten.',
} satisfies typeof english;
