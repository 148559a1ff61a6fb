'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { QrCode } from '@/components/ui/qr-code';
import { beginSecondFactor, confirmSecondFactor } from '@/lib/client/session/second-factor';
import { useSecurityText } from '@/lib/client/session/security-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { SecondFactorBegun } from '@/lib/contracts/http/second-factor';
import { CodeForm } from './code-form';
import { RecoveryCodeList } from './recovery-code-list';

/** From nothing to a second factor: scan or type the key, show a code, keep the recovery codes. */
export function EnrolSecondFactor({ onDone }: { onDone: () => void }) {
  const words = useText().problem;
  const text = useSecurityText().factor;
  const [begun, setBegun] = useState<SecondFactorBegun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  if (codes) return <RecoveryCodeList codes={codes} onKept={onDone} />;
  if (!begun)
    return (
      <div className="grid justify-items-start gap-3">
        <p className="max-w-prose text-ink-2">{text.about}</p>
        <div role="alert" className="text-danger empty:hidden">
          {problem}
        </div>
        <Button
          look="primary"
          onClick={() =>
            beginSecondFactor().then(setBegun, (error: unknown) => setProblem(describeProblem(words, error)))
          }
        >
          {text.begin}
        </Button>
      </div>
    );
  return (
    <div className="grid gap-4">
      <p className="max-w-prose">{text.scan}</p>
      <QrCode drawing={begun.qr} label={text.qr} className="size-48" />
      <p className="text-sm text-ink-3">
        {text.key} <span className="font-mono text-ink wrap-anywhere">{begun.key}</span>
      </p>
      <CodeForm
        label={text.code}
        hint={text.codeHint}
        action={text.confirm}
        onCode={async (code) => setCodes((await confirmSecondFactor(code)).codes)}
      />
    </div>
  );
}
