import { redirect } from 'next/navigation';
import { services } from '@/app/api/services';
import { currentUser, halfSignedIn } from '@/app/current-user';
import { requestText, titled } from '@/app/request-language';
import { DemoAccounts } from '@/components/session/demo-accounts';
import { EntryFrame } from '@/components/session/entry-frame';
import { LoginForm } from '@/components/session/login-form';
import { pageAfterLogin } from '@/lib/client/session/page-after-login';

export const generateMetadata = titled((text) => text.session.signIn);

interface LoginProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function LoginPage({ searchParams }: LoginProps) {
  const { callbackUrl } = await searchParams;
  const goTo = pageAfterLogin(callbackUrl, '/');
  if (await currentUser()) redirect(goTo);
  if (await halfSignedIn()) redirect(`/second-factor?callbackUrl=${encodeURIComponent(goTo)}`);
  const text = await requestText();
  return (
    <EntryFrame title={text.session.signIn}>
      <LoginForm goTo={goTo} />
      {services().seedDemo && <DemoAccounts />}
    </EntryFrame>
  );
}
