'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/lib/client/text/text-context';

interface FailureProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** A page that could not be shown. The server's log has the cause under the reference. */
export default function Failure({ error, reset }: FailureProps) {
  const router = useRouter();
  const text = useText();
  // The server part has to be asked for again too: its failure is what is shown here, more often than not.
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <main className="mx-auto grid max-w-md content-start justify-items-start gap-4 px-4 py-16">
      <h1 className="text-lg">{text.page.failed.title}</h1>
      <p role="alert" className="text-ink-2">
        {text.page.failed.text}
      </p>
      {error.digest && (
        <p className="text-sm text-ink-3">
          {text.ui.reference} <span className="font-mono">{error.digest}</span>
        </p>
      )}
      <Button look="primary" onClick={retry}>
        {text.ui.tryAgain}
      </Button>
    </main>
  );
}
