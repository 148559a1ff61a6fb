import type { ReactNode } from 'react';

/** The title of a page, and the one thing to do on it. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
      <h1 className="min-w-0 text-lg wrap-anywhere">{title}</h1>
      {children}
    </div>
  );
}
