import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ReportsPage } from '@/components/content-report/reports-page';

export const generateMetadata = titled((text) => text.contentReport.title);

export default async function Reports() {
  await requireUser('/admin/reports', ['admin', 'faculty']);
  return <ReportsPage />;
}
