import { RowButtons } from '@/components/course/row-buttons';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import type { TermView } from '@/lib/contracts/http/course';
import { useTermTimes } from './use-term-times';

export type TermDeed = 'edit' | 'copy' | 'delete';

interface TermItemProps {
  term: TermView;
  /** The university's. */
  zone: string;
  onAsk: (deed: TermDeed) => void;
}

export function TermItem({ term, zone, onAsk }: TermItemProps) {
  const { term: text, subject } = useCatalogueText();
  const { day, moment } = useTermTimes(zone);
  const { enrollment_opens_at: opens, enrollment_closes_at: closes, drop_closes_at: drop } = term;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b py-2 md:grid-cols-[minmax(0,1fr)_6rem_15rem]">
      <span className="col-span-2 min-w-0 md:col-span-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <bdi className="font-strong wrap-anywhere">{term.name}</bdi>
          <span className="text-ink-2 tabular-nums">{term.code}</span>
          {term.is_current && <Badge tone="accent">{text.now}</Badge>}
        </span>
        <span className="block text-sm text-ink-2 tabular-nums">
          {day(term.starts_on)} – {day(term.ends_on)}
        </span>
        <span className="block text-sm wrap-anywhere text-ink-3 tabular-nums">
          {enrolment()}
          {drop && <> · {text.dropUntil(moment(drop))}</>}
        </span>
      </span>
      {term.course_count > 0 ? (
        <Link
          href={`/courses?term=${term.id}`}
          className="justify-self-start py-1 text-sm text-accent hover:underline"
        >
          {subject.courses(term.course_count)}
        </Link>
      ) : (
        <span className="text-sm text-ink-3">{subject.courses(0)}</span>
      )}
      <RowButtons name={term.name} onAsk={onAsk}>
        {term.course_count > 0 && (
          <Button look="quiet" size="small" aria-label={text.copyOf(term.name)} onClick={() => onAsk('copy')}>
            {text.copy}
          </Button>
        )}
      </RowButtons>
    </li>
  );
  function enrolment(): string {
    if (opens && closes) return text.enrolment(moment(opens), moment(closes));
    if (opens) return text.enrolmentOne(text.from(moment(opens)));
    return closes ? text.enrolmentOne(text.until(moment(closes))) : text.openAlways;
  }
}
