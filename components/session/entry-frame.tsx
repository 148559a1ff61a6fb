import type { ReactNode } from 'react';
import { Wordmark } from '@/components/layout/wordmark';
import { LanguageSwitch } from './language-switch';

/** What stands around the pages of those who are not in yet. */
export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid max-w-sm content-start gap-6 px-4 py-12 md:py-24">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Wordmark />
        <LanguageSwitch />
      </div>
      <h1 className="text-lg">{title}</h1>
      {children}
    </main>
  );
}
