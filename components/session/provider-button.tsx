'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { providerPage } from '@/lib/client/session/sign-in-by-provider';
import { useSignInText } from '@/lib/client/session/sign-in-text';
import { useIsHydrated } from './use-is-hydrated';

/** Goes to the university's own page to sign in at; it comes back to `goTo`. */
export function ProviderButton({ goTo, name }: { goTo: string; name: string }) {
  const text = useSignInText().provider;
  const isReady = useIsHydrated();
  const [state, setState] = useState<'idle' | 'leaving' | 'unreachable'>('idle');

  async function leave(): Promise<void> {
    setState('leaving');
    const page = await providerPage(goTo);
    if (page === null) return setState('unreachable');
    window.location.assign(page);
  }

  return (
    <div className="grid gap-2">
      <Button disabled={!isReady || state === 'leaving'} onClick={() => void leave()}>
        {text.signIn(name)}
      </Button>
      <div role="alert" className="text-danger empty:hidden">
        {state === 'unreachable' && text.unreachable(name)}
      </div>
    </div>
  );
}
