'use client';

import { Button } from '@/components/ui/button';
import { signOutHere } from '@/lib/client/session/leave';
import { passSecondFactor } from '@/lib/client/session/second-factor';
import { useSecurityText } from '@/lib/client/session/security-text';
import { CodeForm } from './code-form';
import { EnrolSecondFactor } from './enrol-second-factor';

/** What stands between a right password and everything else. */
export function SecondFactorGate({ missing, goTo }: { missing: 'code' | 'enrolment'; goTo: string }) {
  const text = useSecurityText().factor;
  const goOn = () => window.location.assign(goTo);
  return (
    <div className="grid gap-6">
      {missing === 'code' ? (
        <CodeForm
          label={text.code}
          hint={text.passHint}
          action={text.goOn}
          onCode={async (code) => {
            await passSecondFactor(code);
            goOn();
          }}
        />
      ) : (
        <>
          <p className="max-w-prose">{text.mustEnrol}</p>
          <EnrolSecondFactor onDone={goOn} />
        </>
      )}
      <Button look="quiet" className="justify-self-start" onClick={() => void signOutHere(() => undefined)}>
        {text.leave}
      </Button>
    </div>
  );
}
