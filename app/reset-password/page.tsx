import { requestText, titled } from '@/app/request-language';
import { EntryFrame } from '@/components/session/entry-frame';
import { ResetPasswordForm } from '@/components/session/reset-password-form';

export const generateMetadata = titled((text) => text.security.reset.title);

/** For anybody; what it does is up to the link. */
export default async function ResetPasswordPage() {
  const text = await requestText();
  return (
    <EntryFrame title={text.security.reset.title}>
      <ResetPasswordForm />
    </EntryFrame>
  );
}
