'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useCheckInText } from '@/lib/client/check-in/check-in-text';
import { takeToken } from '@/lib/client/check-in/kept-token';

const LOGIN = `/login?${new URLSearchParams({ callbackUrl: '/check-in' })}`;

/**
 * For who is signed out: the code goes from the address into this tab before anything else happens. A redirect by the server
 * would carry it on in the address of the log-in.
 */
export function SignInFirst() {
  const text = useCheckInText().student;
  const [isLeaving, setIsLeaving] = useState(false);
  useEffect(() => {
    if (takeToken() === null) return;
    setIsLeaving(true);
    window.location.replace(LOGIN);
  }, []);
  return (
    <>
      <p className="text-ink-2">{isLeaving ? text.signingIn : text.signInFirst}</p>
      <Button asChild look="primary" className="justify-self-start">
        <a href={LOGIN}>{text.signIn}</a>
      </Button>
    </>
  );
}
