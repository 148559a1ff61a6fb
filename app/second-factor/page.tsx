import { redirect } from 'next/navigation';
import { currentUser, halfSignedIn } from '@/app/current-user';
import { requestText, titled } from '@/app/request-language';
import { EntryFrame } from '@/components/session/entry-frame';
import { SecondFactorGate } from '@/components/session/second-factor-gate';
import { pageAfterLogin } from '@/lib/client/session/page-after-login';

export const generateMetadata = titled((text) => text.security.factor.title);

interface SecondFactorProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

/** For those whose password was right and whose second factor is missing. */
export default async function SecondFactorPage({ searchParams }: SecondFactorProps) {
  const { callbackUrl } = await searchParams;
  const goTo = pageAfterLogin(callbackUrl, '/');
  const half = await halfSignedIn();
  if (!half) redirect((await currentUser()) ? goTo : '/login');
  const text = await requestText();
  return (
    <EntryFrame title={text.security.factor.title}>
      <SecondFactorGate missing={half.missing} goTo={goTo} />
    </EntryFrame>
  );
}
