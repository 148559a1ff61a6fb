import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

interface PageSectionProps {
  title: string;
  /** Where more of it is. */
  more?: { href: string; label: string };
  children: ReactNode;
}

/** One part of a course's page. */
export function PageSection({ title, more, children }: PageSectionProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <div className="flex items-baseline justify-between gap-4 border-b pb-2">
        <h2 className="text-md">{title}</h2>
        {more && (
          <Link href={more.href} className="-my-2.5 rounded-sm py-2.5 text-accent hover:underline">
            {more.label}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}
