import { useCheckInText } from '@/lib/client/check-in/check-in-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { WallStudent } from '@/lib/contracts/http/check-in';

/** How many are here of how many, to be read from the last row. */
export function WallCount({ students }: { students: readonly WallStudent[] }) {
  const text = useCheckInText().wall;
  const format = useFormat();
  const late = students.filter(({ status }) => status === 'late').length;
  const here = late + students.filter(({ status }) => status === 'present').length;
  const doubtful = students.filter(({ doubt }) => doubt !== null).length;
  return (
    <section aria-label={text.here(here, students.length)}>
      <p data-here={here} data-all={students.length} className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-[clamp(4rem,12vw,10rem)] leading-none font-strong text-live">
          {format.number(here)}
        </span>{' '}
        <span className="text-[clamp(1.5rem,3.5vw,3rem)] leading-tight text-ink-2">
          {text.of(students.length)} {text.hereLabel}
        </span>
      </p>
      <p className="mt-2 flex flex-wrap gap-x-4 text-lg text-ink-2">
        {late > 0 && <span>{text.late(late)}</span>}
        {doubtful > 0 && <span className="text-warn">{text.doubtful(doubtful)}</span>}
      </p>
    </section>
  );
}
