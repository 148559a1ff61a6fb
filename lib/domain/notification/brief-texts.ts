import type { Locale } from '@/lib/contracts/http/locale';
import type { NotificationCategory } from '@/lib/contracts/http/notification-category';
import type { HeldRow } from './release-row';
import type { Notice } from './tell-people';

/** Which release it is: of a stretch of quiet or a pause, of a flood, or the digest. */
export type ReleaseReason = 'quiet' | 'flood' | 'digest';

/** As many titles as are listed; the others stand in the inbox. */
const LISTED = 20;

interface BriefTexts {
  readonly counted: Readonly<Record<NotificationCategory, readonly [one: string, many: string]>>;
  title(reason: ReleaseReason, count: number, course: string | null): string;
  of(course: string): string;
  more(count: number): string;
}

/** What a brief says of what it releases; kept as it is written, so in the language of its reader. */
const texts: Readonly<Record<Locale, BriefTexts>> = {
  en: {
    counted: {
      announcement: ['announcement', 'announcements'],
      timetable: ['timetable change', 'timetable changes'],
      attendance: ['notice on attendance', 'notices on attendance'],
      course: ['course notice', 'course notices'],
      material: ['new material', 'new materials'],
      message: ['message', 'messages'],
      discussion: ['forum post', 'forum posts'],
      security: ['security notice', 'security notices'],
      other: ['notice', 'notices'],
    },
    title: (reason, count, course) =>
      reason === 'quiet'
        ? `${count} while it was quiet`
        : reason === 'flood'
          ? `${count} more${course ? ` in ${course}` : ''}`
          : `Your digest: ${count}`,
    of: (course) => ` of ${course}`,
    more: (count) => `and ${count} more`,
  },
  de: {
    counted: {
      announcement: ['Mitteilung', 'Mitteilungen'],
      timetable: ['Stundenplanänderung', 'Stundenplanänderungen'],
      attendance: ['Hinweis zur Anwesenheit', 'Hinweise zur Anwesenheit'],
      course: ['Kurshinweis', 'Kurshinweise'],
      material: ['neues Material', 'neue Materialien'],
      message: ['Nachricht', 'Nachrichten'],
      discussion: ['Forumsbeitrag', 'Forumsbeiträge'],
      security: ['Sicherheitshinweis', 'Sicherheitshinweise'],
      other: ['Hinweis', 'Hinweise'],
    },
    title: (reason, count, course) =>
      reason === 'quiet'
        ? `${count} während der Ruhezeit`
        : reason === 'flood'
          ? `${count} weitere${course ? ` in ${course}` : ''}`
          : `Ihre Übersicht: ${count}`,
    of: (course) => ` zu ${course}`,
    more: (count) => `und ${count} weitere`,
  },
};

/** "5 while it was quiet": "3 announcements, 2 timetable changes of CS101", and below it their titles. */
export function briefTexts(locale: Locale | null, reason: ReleaseReason, rows: readonly HeldRow[]): Notice {
  const words = texts[locale ?? 'en'];
  const counts = new Map<string, { category: NotificationCategory; course: string | null; count: number }>();
  for (const { category, course } of rows) {
    const key = JSON.stringify([category, course]);
    counts.set(key, { category, course, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const summary = [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ category, course, count }) => {
      const [one, many] = words.counted[category];
      return `${count} ${count === 1 ? one : many}${course ? words.of(course) : ''}`;
    });
  const courses = new Set(rows.map((row) => row.course));
  const [course = null] = courses.size === 1 ? courses : [];
  const listed = rows.slice(0, LISTED).map((row) => `• ${row.title}`);
  const rest = rows.length - listed.length;
  return {
    title: words.title(reason, rows.length, course),
    message: [summary.join(', '), ...listed, ...(rest > 0 ? [words.more(rest)] : [])].join('\n'),
  };
}
