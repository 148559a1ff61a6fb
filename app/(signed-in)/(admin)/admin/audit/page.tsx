import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { AuditPage } from '@/components/audit/audit-page';

export const generateMetadata = titled((text) => text.person.auditTitle);

export default async function Audit() {
  await requireUser('/admin/audit', ['admin']);
  return <AuditPage />;
}
