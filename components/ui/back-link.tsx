import type { ReactNode } from 'react';
import { Link } from './link';

/** Above a page of one thing: to the list that it is from. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="-mt-2.5 mb-1.5 inline-block rounded-sm py-2.5 text-accent hover:underline">
      {children}
    </Link>
  );
}
