import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { Link } from '@/components/ui/link';
import { useText } from '@/lib/client/text/text-context';
import type { PersonView } from '@/lib/contracts/http/person';
import { PersonStatus } from './person-status';

export function PersonItem({ person, className, ...props }: { person: PersonView } & ComponentProps<'li'>) {
  const { layout } = useText();
  return (
    <li
      {...props}
      className={clsx('grid gap-x-4 border-b py-2 md:grid-cols-[minmax(0,1fr)_8rem_5rem_6rem]', className)}
    >
      <span className="min-w-0">
        <Link
          href={`/admin/people/${person.id}`}
          className="inline-block py-1 font-strong wrap-anywhere hover:underline"
          data-row=""
        >
          <bdi>{person.name}</bdi>
        </Link>
        <span className="ml-2 text-sm wrap-anywhere text-ink-3 max-md:ml-0 max-md:block">{person.email}</span>
      </span>
      <span className="text-sm text-ink-2 md:py-1">{layout.roles[person.role]}</span>
      <span className="text-sm text-ink-2 max-md:hidden md:py-1">{person.department?.code}</span>
      <span className="md:py-1">{person.status !== 'active' && <PersonStatus status={person.status} />}</span>
    </li>
  );
}
