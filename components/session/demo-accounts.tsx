'use client';

import { useSignInText } from '@/lib/client/session/sign-in-text';

const accounts = [
  ['admin', 'admin@nimbusu.test'],
  ['faculty', 'faculty@nimbusu.test'],
  ['student', 'student@nimbusu.test'],
  ['student2', 'student2@nimbusu.test'],
] as const;

/** How to look around a demo university. Shown only where the demo accounts exist. */
export function DemoAccounts() {
  const text = useSignInText().demo;
  return (
    <section aria-label={text.title} className="border-t pt-5 text-sm">
      <p className="text-ink-2">
        {text.text} <span className="font-mono text-ink">nimbusu-demo</span>
      </p>
      <dl className="mt-3 grid gap-2">
        {accounts.map(([who, email]) => (
          <div key={email}>
            <dt className="text-ink-3">{text[who]}</dt>
            <dd className="font-mono">{email}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
