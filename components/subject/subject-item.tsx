import { RowButtons } from '@/components/course/row-buttons';
import { Link } from '@/components/ui/link';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useCourseText } from '@/lib/client/course/course-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { SubjectView } from '@/lib/contracts/http/course';

interface SubjectItemProps {
  subject: SubjectView;
  onAsk: (kind: 'edit' | 'delete') => void;
}

export function SubjectItem({ subject, onAsk }: SubjectItemProps) {
  const { subject: text } = useCatalogueText();
  const { credits } = useCourseText();
  const format = useFormat();
  const { code, name, department, prerequisites, course_count } = subject;
  const about = [department?.name, credits(subject.credits)].filter((each) => each !== undefined);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b py-2 md:grid-cols-[minmax(0,1fr)_7rem_auto]">
      <span className="col-span-2 min-w-0 md:col-span-1">
        <span className="font-strong wrap-anywhere">
          <span className="tabular-nums">{code}</span> <bdi>{name}</bdi>
        </span>
        <span className="block text-sm wrap-anywhere text-ink-3">
          {about.join(' · ')}
          {prerequisites.length > 0 && (
            <> · {text.needs(format.list(prerequisites.map((each) => each.code)))}</>
          )}
        </span>
      </span>
      {course_count > 0 ? (
        <Link
          href={`/courses?q=${encodeURIComponent(code)}`}
          className="justify-self-start py-1 text-sm text-accent hover:underline"
        >
          {text.courses(course_count)}
        </Link>
      ) : (
        <span className="text-sm text-ink-3">{text.courses(0)}</span>
      )}
      <RowButtons name={code} onAsk={onAsk} />
    </li>
  );
}
