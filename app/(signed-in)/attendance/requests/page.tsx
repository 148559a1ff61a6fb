import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { RequestsPage } from '@/components/attendance/requests-page';

export const generateMetadata = titled((text) => text.attendanceCorrection.title);

export default async function CorrectionRequests() {
  await requireUser('/attendance/requests');
  return <RequestsPage />;
}
