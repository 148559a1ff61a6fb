import { redirect } from 'next/navigation';
import { services } from '@/app/api/services';
import { currentUser } from '@/app/current-user';
import { requestText, titled } from '@/app/request-language';
import { Wordmark } from '@/components/layout/wordmark';
import { DemoAccounts } from '@/components/session/demo-accounts';
import { LanguageSwitch } from '@/components/session/language-switch';
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
  const text = await requestText();
  return (
    <main className="mx-auto grid max-w-sm content-start gap-6 px-4 py-12 md:py-24">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Wordmark />
        <LanguageSwitch />
      </div>
      <h1 className="text-lg">{text.session.signIn}</h1>
      <LoginForm goTo={goTo} />
      {services().seedDemo && <DemoAccounts />}
    </main>
  );
}
