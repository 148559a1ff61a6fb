import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { TermsPage } from '@/components/term/terms-page';

export const generateMetadata = titled((text) => text.catalogue.term.title);

export default async function AdminTerms() {
  await requireUser('/admin/terms', ['admin']);
  return <TermsPage />;
}
