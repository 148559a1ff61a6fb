import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ScanImport } from '@/components/attendance/scan-import';

export const generateMetadata = titled((text) => text.attendanceImport.title);

export default async function ImportScans() {
  await requireUser('/attendance/import', ['faculty', 'admin']);
  return <ScanImport />;
}
