import type { offline as english } from '../en/offline';

export const offline = {
  name: 'Offline',
  title: 'Sie sind offline',
  text: 'Diese Seite ist auf diesem Gerät nicht gespeichert. Sie erscheint von selbst, sobald Sie wieder online sind.',
  kept: 'Das können Sie jetzt lesen',
  install: {
    title: 'Auf diesem Gerät',
    action: 'NimbusU installieren',
    hint: 'Es öffnet sich vom Startbildschirm aus, in einem eigenen Fenster und auch ohne Netz.',
  },
  update: { ready: 'Eine neue Version ist bereit.', reload: 'Neu laden' },
} satisfies typeof english;
