import type { FacultyRole } from '@/lib/contracts/http/course';
import type { Locale } from '@/lib/contracts/http/locale';
import type { Notice } from '../notification/tell-people';

interface Named {
  readonly code: string;
  readonly name: string;
}

interface CourseNotices {
  /** By somebody of the administration. */
  putDown(course: Named, what: { by: string; hasSeat: boolean }): Notice;
  takenOut(course: Named, what: { by: string; reason: string }): Notice;
  seat(course: Named): Notice;
  /** `end`: the moment in words. */
  offer(course: Named, what: { end: string }): Notice;
  offerEnded(course: Named): Notice;
  graded(course: Named, what: { by: string; status: 'completed' | 'failed'; grade: string }): Notice;
  deleted(course: Named, what: { reason: string }): Notice;
  /** To whom teaches it, or does not any more. */
  teaches(course: Named, what: { by: string; role: FacultyRole }): Notice;
  teachesNoMore(course: Named, what: { by: string }): Notice;
}

const englishRoles: Readonly<Record<FacultyRole, string>> = {
  primary: 'primary teacher',
  co_instructor: 'co-instructor',
  assistant: 'assistant',
};
const germanRoles: Readonly<Record<FacultyRole, string>> = {
  primary: 'verantwortliche Lehrperson',
  co_instructor: 'mitwirkende Lehrperson',
  assistant: 'Assistenz',
};

/** What the bell says of a place in a course; kept as it is written, so in the language of its reader. */
const texts: Readonly<Record<Locale, CourseNotices>> = {
  en: {
    putDown: ({ code, name }, { by, hasSeat }) => ({
      title: `${code}: you ${hasSeat ? 'are enrolled' : 'stand in the line'}`,
      message: `${by} has put you down for ${name}.`,
    }),
    takenOut: ({ code, name }, { by, reason }) => ({
      title: `${code}: you were taken out`,
      message: `${by} has taken you out of ${name}. ${reason}`.trim(),
    }),
    seat: ({ code, name }) => ({
      title: `${code}: you have a seat`,
      message: `You were first in line for ${name} and are enrolled now.`,
    }),
    offer: ({ code, name }, { end }) => ({
      title: `${code}: a seat is offered to you`,
      message: `Take the seat in ${name} before ${end}; then it goes to who is next.`,
    }),
    offerEnded: ({ code, name }) => ({
      title: `${code}: the offered seat is gone`,
      message: `The offer of a seat in ${name} has ended; it went to who was next.`,
    }),
    graded: ({ code, name }, { by, status, grade }) => ({
      title: `${code}: ${status === 'completed' ? 'completed' : 'not passed'}, ${grade}`,
      message: `${by} has recorded how you came through ${name}.`,
    }),
    deleted: ({ code, name }, { reason }) => ({
      title: `${code} does not take place`,
      message: `${name} was taken out of the catalogue. ${reason}`.trim(),
    }),
    teaches: ({ code, name }, { by, role }) => ({
      title: `${code}: you teach this course`,
      message: `${by} has put you down for ${name} as ${englishRoles[role]}.`,
    }),
    teachesNoMore: ({ code, name }, { by }) => ({
      title: `${code}: you do not teach this course any more`,
      message: `${by} has taken you off ${name}.`,
    }),
  },
  de: {
    putDown: ({ code, name }, { by, hasSeat }) => ({
      title: `${code}: Sie ${hasSeat ? 'sind angemeldet' : 'stehen auf der Warteliste'}`,
      message: `${by} hat Sie für ${name} eingetragen.`,
    }),
    takenOut: ({ code, name }, { by, reason }) => ({
      title: `${code}: Sie wurden abgemeldet`,
      message: `${by} hat Sie von ${name} abgemeldet. ${reason}`.trim(),
    }),
    seat: ({ code, name }) => ({
      title: `${code}: Sie haben einen Platz`,
      message: `Sie standen auf der Warteliste für ${name} an erster Stelle und sind jetzt angemeldet.`,
    }),
    offer: ({ code, name }, { end }) => ({
      title: `${code}: Ihnen wird ein Platz angeboten`,
      message: `Nehmen Sie den Platz in ${name} an, bevor das Angebot endet: ${end}. Danach geht er an die nächste Person.`,
    }),
    offerEnded: ({ code, name }) => ({
      title: `${code}: Der angebotene Platz ist vergeben`,
      message: `Das Angebot eines Platzes in ${name} ist abgelaufen; er ging an die nächste Person.`,
    }),
    graded: ({ code, name }, { by, status, grade }) => ({
      title: `${code}: ${status === 'completed' ? 'abgeschlossen' : 'nicht bestanden'}, ${grade}`,
      message: `${by} hat Ihr Ergebnis in ${name} eingetragen.`,
    }),
    deleted: ({ code, name }, { reason }) => ({
      title: `${code} findet nicht statt`,
      message: `${name} steht nicht mehr im Kursangebot. ${reason}`.trim(),
    }),
    teaches: ({ code, name }, { by, role }) => ({
      title: `${code}: Sie unterrichten diesen Kurs`,
      message: `${by} hat Sie für ${name} eingetragen, als ${germanRoles[role]}.`,
    }),
    teachesNoMore: ({ code, name }, { by }) => ({
      title: `${code}: Sie unterrichten diesen Kurs nicht mehr`,
      message: `${by} hat Sie aus ${name} ausgetragen.`,
    }),
  },
};

export const courseNotices = (locale: Locale | null): CourseNotices => texts[locale ?? 'en'];
