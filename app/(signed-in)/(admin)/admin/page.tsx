import { redirect } from 'next/navigation';
import { homeOf, requireUser } from '@/app/current-user';

export default async function AdminStart() {
  const { role } = await requireUser('/admin', ['admin']);
  redirect(homeOf[role]);
}
