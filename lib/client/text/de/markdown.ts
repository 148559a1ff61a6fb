import type { markdown as english } from '../en/markdown';

export const markdown = {
  done: 'Erledigt',
  open: 'Offen',
  table: 'Tabelle',
} satisfies typeof english;
