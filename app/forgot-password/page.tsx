import { requestText, titled } from '@/app/request-language';
import { EntryFrame } from '@/components/session/entry-frame';
import { ForgotPasswordForm } from '@/components/session/forgot-password-form';

export const generateMetadata = titled((text) => text.security.forgot.title);

/** For anybody. */
export default async function ForgotPasswordPage() {
  const text = await requestText();
  return (
    <EntryFrame title={text.security.forgot.title}>
      <ForgotPasswordForm />
    </EntryFrame>
  );
}
