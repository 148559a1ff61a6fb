'use client';

import { Button } from '@/components/ui/button';
import { useSecurityText } from '@/lib/client/session/security-text';

/** Shown once: they are not to be had again. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const text = useSecurityText().factor;
  return (
    <div className="grid justify-items-start gap-4">
      <p className="max-w-prose">{text.keepCodes}</p>
      <ul aria-label={text.recoveryCodes} className="grid grid-cols-2 gap-x-8 gap-y-1 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button look="primary" onClick={onKept}>
        {text.kept}
      </Button>
    </div>
  );
}
