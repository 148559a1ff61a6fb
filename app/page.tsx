import { redirect } from 'next/navigation';
import { homeOf, requireUser } from '@/app/current-user';

export default async function Start() {
  const user = await requireUser('/');
  redirect(homeOf[user.role]);
}
