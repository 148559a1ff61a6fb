import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { CourseNumbers } from '@/components/attendance-standing/course-numbers';
import { StudentCourse } from '@/components/attendance-standing/student-course';

export const generateMetadata = titled((text) => text.layout.places.attendance);

interface Address {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ student?: string | string[] }>;
}

/** The reader's own numbers in a course, those of all its students, or those of one. */
export default async function AttendanceOfCourse({ params, searchParams }: Address) {
  const { id } = await params;
  const { student } = await searchParams;
  const user = await requireUser(`/attendance/courses/${id}`);
  if (user.role === 'student') return <StudentCourse courseId={id} studentId={user.userId} isOwn />;
  return typeof student === 'string' && student !== '' ? (
    <StudentCourse courseId={id} studentId={student} isOwn={false} />
  ) : (
    <CourseNumbers courseId={id} />
  );
}
