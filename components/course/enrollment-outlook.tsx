import { useCourseStaffText } from '@/lib/client/course/course-staff-text';
import { tagOf } from '@/lib/client/text/locale-tag';
import { useFormat } from '@/lib/client/text/text-context';
import type { EnrollmentCheck } from '@/lib/contracts/http/course';

/** What would become of a student in a course, and what would be allowed by that. */
export function EnrollmentOutlook({ check }: { check: EnrollmentCheck }) {
  const { enroll: text } = useCourseStaffText();
  const weekday = useWeekday();
  if (check.standing !== null) return <p role="status">{text.already}</p>;
  if (!check.is_active) return <p role="status">{text.inactive}</p>;
  const obstacles = [
    ...check.missing.map(({ code, name }) => text.missing(`${code} ${name}`)),
    ...check.clashes.map((clash) =>
      text.clash(
        `${clash.course_code} ${clash.course_name}`,
        `${weekday(clash.day_of_week)} ${clash.start_time}–${clash.end_time}`,
      ),
    ),
  ];
  return (
    <div role="status" className="grid gap-2">
      <p>{check.place === null ? text.seat : text.line(check.place)}</p>
      {!check.is_open && <p className="text-ink-2">{text.closed}</p>}
      {obstacles.length > 0 && (
        <div className="border-l-3 border-warn pl-3">
          <p className="font-strong text-warn">{text.obstacles}</p>
          <ul>
            {obstacles.map((each) => (
              <li key={each} className="wrap-anywhere">
                {each}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** "Mon" of 1. */
function useWeekday(): (day: number) => string {
  const { locale } = useFormat();
  const format = new Intl.DateTimeFormat(tagOf[locale], { weekday: 'short', timeZone: 'UTC' });
  // 2024 began on a Monday.
  return (day) => format.format(Date.UTC(2024, 0, day));
}
