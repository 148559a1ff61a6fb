import type { page as english } from '../en/page';

export const page = {
  description: 'Das Hochschulportal, das von selbst aktuell bleibt.',
  failed: {
    title: 'Diese Seite konnte nicht angezeigt werden',
    text: 'Bei uns ist etwas schiefgegangen. Was Sie gesendet haben, ist gespeichert; Sie können es erneut versuchen.',
  },
  missing: {
    name: 'Seite nicht gefunden',
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse falsch geschrieben, oder die Seite wurde entfernt.',
    toHome: 'Zur Startseite',
  },
} satisfies typeof english;
