import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { AdminHome } from '@/components/home/admin-home';

export const generateMetadata = titled((text) => text.home.title);

export default async function AdminHomePage() {
  await requireUser('/admin', ['admin']);
  return <AdminHome />;
}
