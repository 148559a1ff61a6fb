'use client';

import { clsx } from 'clsx';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Link } from '@/components/ui/link';
import { traceHref } from '@/lib/client/event-desk/desk-address';
import { type DeskText, useDeskText } from '@/lib/client/event-desk/desk-text';

const pages = [
  { name: 'tail', href: '/admin/events' },
  { name: 'deadLetters', href: '/admin/events/dead-letters' },
  { name: 'lag', href: '/admin/events/lag' },
  { name: 'catalogue', href: '/admin/events/catalogue' },
  { name: 'audit', href: '/admin/events/unmaskings' },
] as const;

export type DeskPage = (typeof pages)[number]['name'] | 'trace';

/** The title, the ways between the pages of the desk, and the box that opens a trace. */
export function DeskFrame({ page, children }: { page: DeskPage; children: ReactNode }) {
  const text = useDeskText();
  return (
    // The shell gives a page that says so the whole width of the screen.
    <div data-wide="">
      <PageHeader title={page === 'trace' ? text.trace.title : text.title}>
        <TraceBox text={text} />
      </PageHeader>
      <nav aria-label={text.title} className="-mt-1 mb-2 overflow-x-auto">
        <ul className="flex gap-1">
          {pages.map(({ name, href }) => (
            <li key={name}>
              <Link
                href={href}
                aria-current={name === page ? 'page' : undefined}
                className={clsx(
                  'block rounded-md px-2.5 py-2 whitespace-nowrap -outline-offset-2 md:py-1',
                  name === page ? 'bg-accent-tint font-strong text-accent' : 'text-ink-2 hover:bg-sunken',
                )}
              >
                {text.pages[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}

function TraceBox({ text }: { text: DeskText }) {
  const router = useRouter();
  const [id, setId] = useState('');
  function open(event: FormEvent): void {
    event.preventDefault();
    if (id.trim() !== '') router.push(traceHref(id.trim()));
  }
  return (
    <form aria-label={text.trace.open} onSubmit={open} className="flex gap-2 max-md:w-full">
      <Input
        aria-label={text.facets.correlation}
        placeholder={text.facets.correlation}
        className="font-mono text-sm md:w-80"
        maxLength={128}
        autoComplete="off"
        spellCheck={false}
        value={id}
        onChange={(event) => setId(event.target.value)}
      />
      <Button type="submit">{text.trace.openIt}</Button>
    </form>
  );
}
