import type { CourseView, FacultyRole } from '@/lib/contracts/http/course';
import type { EditCourse } from '@/lib/contracts/http/course-requests';

export interface Teacher {
  id: string;
  name: string;
  role: FacultyRole;
}

/** What of a course administrators write, as it is typed. */
export interface CourseFields {
  section: string;
  semester: string;
  capacity: string;
  offer_hours: string;
  faculty: readonly Teacher[];
}

export const emptyCourse: CourseFields = {
  section: 'A',
  semester: '0',
  capacity: '60',
  offer_hours: '',
  faculty: [],
};

export function fieldsOfCourse(course: CourseView): CourseFields {
  const { section, semester, capacity, offer_hours, faculty } = course;
  return {
    section,
    semester: String(semester),
    capacity: String(capacity),
    offer_hours: offer_hours === null ? '' : String(offer_hours),
    faculty,
  };
}

/** What is no number is for the server to refuse, at its field. */
const numberOf = (typed: string) => (typed.trim() === '' ? Number.NaN : Number(typed));

export function bodyOfCourse({ section, semester, capacity, offer_hours, faculty }: CourseFields) {
  return {
    section,
    semester: numberOf(semester),
    capacity: numberOf(capacity),
    offer_hours: offer_hours.trim() === '' ? null : Number(offer_hours),
    faculty: faculty.map(({ id, role }) => ({ user_id: id, role })),
  };
}

/** What differs between two versions, as the body of an edit; `null` when nothing does. */
export function changeOf(base: CourseFields, values: CourseFields): EditCourse | null {
  const [before, after] = [bodyOfCourse(base), bodyOfCourse(values)];
  const change: EditCourse = {
    ...(before.section !== after.section && { section: after.section }),
    ...(base.semester !== values.semester && { semester: after.semester }),
    ...(base.capacity !== values.capacity && { capacity: after.capacity }),
    ...(base.offer_hours !== values.offer_hours && { offer_hours: after.offer_hours }),
    ...(facultyKey(base) !== facultyKey(values) && { faculty: after.faculty }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/** What was typed over `base`, put over what somebody else has made of it: what was not touched is theirs. */
export function mergeFields(base: CourseFields, values: CourseFields, theirs: CourseFields): CourseFields {
  return {
    section: values.section === base.section ? theirs.section : values.section,
    semester: values.semester === base.semester ? theirs.semester : values.semester,
    capacity: values.capacity === base.capacity ? theirs.capacity : values.capacity,
    offer_hours: values.offer_hours === base.offer_hours ? theirs.offer_hours : values.offer_hours,
    faculty: facultyKey(values) === facultyKey(base) ? theirs.faculty : values.faculty,
  };
}

export const facultyKey = ({ faculty }: CourseFields): string =>
  faculty
    .map(({ id, role }) => `${id} ${role}`)
    .sort()
    .join();
