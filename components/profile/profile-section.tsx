import { type ReactNode, useId } from 'react';

export function ProfileSection({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b pb-2">
        <h2 id={id} className="text-md">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
