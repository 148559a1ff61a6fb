import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { PlannerPage } from '@/components/planner/planner-page';

export const generateMetadata = titled((text) => text.planner.title);

export default async function AdminTimetablePage() {
  await requireUser('/admin/timetable', ['admin']);
  return <PlannerPage />;
}
