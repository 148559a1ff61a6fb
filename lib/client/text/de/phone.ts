import type { phone as english } from '../en/phone';

/** Wohin SMS gehen. */
export const phone: typeof english = {
  title: 'SMS',
  label: 'Telefonnummer',
  hint: 'Mit der Vorwahl des Landes, wie +43 664 1234567. Bleibt sie leer, bekommen Sie keine SMS.',
  loading: 'Ihre Telefonnummer wird nachgesehen',
  failed: 'Ihre Telefonnummer konnte nicht nachgesehen werden',
  save: 'Speichern',
  saved: 'Ihre Telefonnummer ist gespeichert',
  wrong: 'Das ist keine Nummer in internationaler Form',
  notSaved: (reason: string) => `Ihre Telefonnummer ist, wie sie war. ${reason}`,
};
