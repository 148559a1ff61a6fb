import type { CheckedIn } from '@/lib/contracts/http/check-in';
import { clockTime } from '../timetable/clock-time';
import type { SessionRow } from './session-row';

/** Which class it is, as those who check in are told. */
export function classOf(
  session: SessionRow,
): Pick<CheckedIn, 'session_id' | 'course' | 'title' | 'date' | 'start_time' | 'end_time'> {
  return {
    session_id: session.id,
    course: { id: session.course_id, code: session.course_code, name: session.course_name },
    title: session.title,
    date: session.held_on,
    start_time: clockTime(session.start_minute),
    end_time: clockTime(session.end_minute),
  };
}
