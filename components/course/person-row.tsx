import { Badge } from '@/components/ui/badge';
import { useCourseStaffText } from '@/lib/client/course/course-staff-text';
import { useCourseText } from '@/lib/client/course/course-text';
import type { CoursePeople } from '@/lib/contracts/http/course';

interface PersonRowProps {
  person: CoursePeople['items'][number];
  /** Asks to take them out; nobody else is offered it. */
  onTakeOut?: () => void;
}

/** Somebody in a course or its line. */
export function PersonRow({ person, onTakeOut }: PersonRowProps) {
  const { people: text } = useCourseStaffText();
  const { name, register_no, override_reason } = person;
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 border-b py-1.5">
      <div className="min-w-0 grow wrap-anywhere">
        <bdi>{name}</bdi>
        {override_reason !== '' && (
          <p className="text-sm text-ink-3" dir="auto">
            {text.allowed(override_reason)}
          </p>
        )}
      </div>
      <span className="text-sm text-ink-3 tabular-nums">{register_no}</span>
      <Standing person={person} />
      {onTakeOut && (
        <button
          type="button"
          className="min-h-11 rounded-sm text-sm text-accent hover:underline md:min-h-6"
          aria-label={text.takeOutOf(name)}
          onClick={onTakeOut}
        >
          {text.takeOut}
        </button>
      )}
    </li>
  );
}

function Standing({ person }: Pick<PersonRowProps, 'person'>) {
  const { own } = useCourseText();
  const { status, grade } = person;
  if (status === 'waitlisted') return <Badge tone="warn">{own.waitlisted(person.position ?? 0)}</Badge>;
  if (status === 'completed' || status === 'failed') return <Badge>{own[status](grade)}</Badge>;
  return <Badge tone="accent">{own[status]}</Badge>;
}
