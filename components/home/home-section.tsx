import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

interface HomeSectionProps {
  title: string;
  /** Where all of it is. */
  href?: string;
  all?: string;
  children: ReactNode;
}

/** One list of a home page, with the way to all of it. */
export function HomeSection({ title, href, all, children }: HomeSectionProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <div className="flex items-baseline justify-between gap-4 border-b pb-2">
        <h2 className="text-md">{title}</h2>
        {href !== undefined && (
          <Link href={href} className="-my-2.5 rounded-sm py-2.5 text-accent hover:underline">
            {all}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}
