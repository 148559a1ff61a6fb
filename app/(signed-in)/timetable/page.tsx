import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { WeekPage } from '@/components/timetable/week-page';

export const generateMetadata = titled((text) => text.timetable.title);

export default async function TimetablePage() {
  await requireUser('/timetable', ['student', 'faculty', 'admin']);
  return <WeekPage />;
}
