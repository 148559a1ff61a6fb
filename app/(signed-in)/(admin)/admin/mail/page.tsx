import { notFound } from 'next/navigation';
import { services } from '@/app/api/services';
import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { MailPage } from '@/components/mail/mail-page';

export const generateMetadata = titled((text) => text.security.mail.title);

export default async function AdminMail() {
  await requireUser('/admin/mail', ['admin']);
  if (!services().keepsMail) notFound();
  return <MailPage />;
}
