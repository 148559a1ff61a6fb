import { redirect } from 'next/navigation';
import { services } from '@/app/api/services';
import { currentUser, halfSignedIn } from '@/app/current-user';
import { requestText, titled } from '@/app/request-language';
import { DemoAccounts } from '@/components/session/demo-accounts';
import { EntryFrame } from '@/components/session/entry-frame';
import { LoginForm } from '@/components/session/login-form';
import { ProviderButton } from '@/components/session/provider-button';
import { describeProviderError } from '@/lib/client/session/describe-provider-error';
import { pageAfterLogin } from '@/lib/client/session/page-after-login';

export const generateMetadata = titled((text) => text.session.signIn);

interface LoginProps {
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>;
}

export default async function LoginPage({ searchParams }: LoginProps) {
  const { callbackUrl, error } = await searchParams;
  const goTo = pageAfterLogin(callbackUrl, '/');
  if (await currentUser()) redirect(goTo);
  if (await halfSignedIn()) redirect(`/second-factor?callbackUrl=${encodeURIComponent(goTo)}`);
  const text = await requestText();
  const { provider, seedDemo } = services();
  return (
    <EntryFrame title={text.session.signIn}>
      {provider && error !== undefined && (
        <p role="alert" className="text-danger">
          {describeProviderError(text.session.provider, error, provider.name)}
        </p>
      )}
      <LoginForm goTo={goTo} />
      {provider && <ProviderButton goTo={goTo} name={provider.name} />}
      {seedDemo && <DemoAccounts />}
    </EntryFrame>
  );
}
