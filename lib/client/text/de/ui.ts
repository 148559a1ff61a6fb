import type { ui as english } from '../en/ui';

export const ui = {
  justNow: 'gerade eben',
  optional: 'freiwillig',
  message: 'Mitteilung',
  undo: 'Rückgängig',
  tryAgain: 'Erneut versuchen',
  reference: 'Referenz',
  loading: 'Wird geladen …',
  loadOlder: 'Ältere laden',
  loadFailed: 'Das hat nicht geklappt. Versuchen Sie es erneut.',
  priority: { high: 'Wichtig', urgent: 'Dringend' },
} satisfies typeof english;
