import type { security as english } from '../en/security';
import { counted } from './counted';

export const security = {
  forgot: {
    title: 'Passwort vergessen?',
    hint: 'Geben Sie die Adresse Ihres Kontos ein. Gibt es eines, kommt per Mail ein Link zum Setzen eines neuen Passworts.',
    send: 'Link senden',
    sending: 'Wird gesendet…',
    sent: 'Gibt es ein Konto mit dieser Adresse, ist eine Mail unterwegs. Ihr Link gilt 30 Minuten, einmal.',
    back: 'Zurück zur Anmeldung',
  },
  reset: {
    title: 'Neues Passwort setzen',
    hint: 'Alle Browser und Geräte, die jetzt angemeldet sind, werden abgemeldet.',
    save: 'Passwort setzen',
    saving: 'Wird gesetzt…',
    done: 'Ihr neues Passwort ist gesetzt. Melden Sie sich damit an.',
    signIn: 'Anmelden',
    noToken: 'Diese Seite braucht den Link aus einer Mail. Fordern Sie eine an und öffnen Sie ihn dort.',
    askAgain: 'Neuen Link anfordern',
  },
  password: {
    title: 'Passwort',
    current: 'Jetziges Passwort',
    fresh: 'Neues Passwort',
    hint: 'Mindestens 8 Zeichen. Ein paar Wörter merkt man sich leichter als Sonderzeichen.',
    missing: 'Das fehlt',
    change: 'Passwort ändern',
    changing: 'Wird geändert…',
    changed: 'Ihr Passwort ist geändert. Alle anderen Browser und Geräte sind abgemeldet.',
    wrong: {
      too_small: 'Nehmen Sie mindestens 8 Zeichen.',
      too_common: 'Das ist eines der Passwörter, die zuerst versucht werden. Wählen Sie ein anderes.',
      too_personal: 'Das ist kaum mehr als Ihr Name oder Ihre Adresse. Wählen Sie ein anderes.',
      wrong_password: 'Das ist nicht Ihr jetziges Passwort.',
      wrong_code: 'Dieser Code stimmt nicht oder wurde schon benutzt.',
      other: 'Das kann so nicht genommen werden.',
    },
  },
  expiry: {
    title: 'Ihre Sitzung endet gleich',
    ends: (time) =>
      `Um ${time} werden Sie abgemeldet. Was bis dahin nicht gespeichert ist, kann verloren gehen.`,
    stay: 'Angemeldet bleiben',
    later: 'Jetzt nicht',
  },
  factor: {
    title: 'Zweiter Faktor',
    loading: 'Ihr zweiter Faktor wird geladen',
    failed: 'Ihr zweiter Faktor konnte nicht geladen werden',
    about:
      'Mit einem zweiten Faktor genügt ein Passwort allein nicht: Gefragt wird auch nach dem Code einer App auf Ihrem Telefon.',
    mustEnrol:
      'Ihre Universität verlangt einen zweiten Faktor. Richten Sie ihn einmal ein, dann geht es weiter.',
    begin: 'App einrichten',
    scan: 'Scannen Sie dies mit einer Authenticator-App oder tippen Sie den Schlüssel ein.',
    qr: 'QR-Code des Schlüssels',
    key: 'Schlüssel',
    code: 'Code',
    codeHint: 'Die sechs Ziffern, die die App jetzt zeigt.',
    passHint: 'Die sechs Ziffern, die die App jetzt zeigt, oder ein Ersatzcode.',
    confirm: 'Bestätigen',
    goOn: 'Weiter',
    leave: 'Abmelden',
    recoveryCodes: 'Ersatzcodes',
    keepCodes:
      'Bewahren Sie diese Codes dort auf, wo Sie sie ohne Telefon finden. Jeder meldet einmal an. Sie werden nicht wieder gezeigt.',
    kept: 'Ich habe sie aufbewahrt',
    isOn: (left) =>
      `Er ist eingeschaltet. ${counted(left, { one: '# Ersatzcode ist übrig.', other: '# Ersatzcodes sind übrig.' })}`,
    renew: 'Neue Ersatzcodes',
    remove: 'Darauf verzichten',
    removed: 'Der zweite Faktor ist ausgeschaltet',
  },
  mail: {
    title: 'Mail',
    note: 'Es gibt keinen Mailserver, deshalb bleibt Mail hier. Wer diese Seite lesen kann, kann jedes Passwort setzen: Sie ist für die Entwicklung. Ist SMTP_URL gesetzt, gibt es sie nicht.',
    loading: 'Die Mail wird geladen',
    failed: 'Die Mail konnte nicht geladen werden',
    empty: 'Keine Mail',
    emptyText: 'Was per Mail gesendet würde, erscheint hier.',
    to: (address) => `An ${address}`,
    more: 'Mehr laden',
    open: 'Link öffnen',
  },
} satisfies typeof english;
