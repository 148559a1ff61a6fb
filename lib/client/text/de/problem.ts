import type { problem as english } from '../en/problem';

export const problem = {
  ofCode: {
    'request.malformed': 'Der Server konnte die Anfrage nicht lesen.',
    'request.invalid': 'Einige Angaben stimmen nicht.',
    'request.too_large': 'Das ist zu viel auf einmal.',
    'request.wrong_media_type': 'Der Server konnte die Anfrage nicht lesen.',
    'origin.foreign': 'Die Anfrage kommt nicht von dieser Website.',
    'auth.required': 'Sie sind abgemeldet.',
    'auth.forbidden': 'Dazu sind Sie nicht berechtigt.',
    'resource.not_found': 'Das gibt es nicht, oder es ist nicht für Sie bestimmt.',
    'precondition.required': 'Der Server muss wissen, welche Fassung das ändert.',
    'precondition.failed': 'Jemand hat das inzwischen geändert.',
    'idempotency.key_reused': 'Das wurde schon einmal mit anderem Inhalt gesendet.',
    'idempotency.in_progress': 'Das geschieht bereits.',
    'rate.limited': 'Das war viel auf einmal. Versuchen Sie es gleich noch einmal.',
    'announcement.already_published': 'Die Mitteilung ist bereits veröffentlicht.',
    'announcement.unknown_target': 'Einige der Empfänger gibt es nicht mehr.',
    'service.unavailable': 'Der Dienst ist gerade nicht verfügbar.',
    'service.failed': 'Bei uns ist etwas schiefgegangen.',
    'network.unreachable': 'Der Server ist nicht erreichbar.',
    'answer.unreadable': 'Der Server hat unerwartet geantwortet.',
  },
  ofField: {
    too_small: 'Zu kurz oder zu wenig.',
    too_big: 'Zu lang oder zu viel.',
    invalid_type: 'Diese Angabe fehlt oder ist von der falschen Art.',
    invalid_format: 'Diese Angabe hat nicht die richtige Form.',
    unknown: 'Das gibt es nicht mehr.',
    other: 'Diese Angabe kann so nicht übernommen werden.',
  },
} satisfies typeof english;
