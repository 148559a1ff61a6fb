import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FileField } from '@/components/ui/file-field';
import { ListSkeleton } from '@/components/ui/list-states';
import { useCourseStaffText } from '@/lib/client/course/course-staff-text';
import { useEnrollByCsv } from '@/lib/client/course/enroll-by-csv';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { readTextFile } from '@/lib/client/person/read-text-file';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { EnrolledCsv } from '@/lib/contracts/http/course';
import { TableRows } from './table-rows';

/** The students of a file are put into a course: first what would become of each of them, then all or nobody. */
export function EnrollTable({ courseId }: { courseId: string }) {
  const { table: text } = useCourseStaffText();
  const [csv, setCsv] = useState('');
  const attempt = useEnrollByCsv(courseId);
  const writing = useEnrollByCsv(courseId);
  const choose = async (file: File) => {
    // Addresses and numbers are the same in every encoding that it knows; names are not taken from the file.
    const { text: content } = await readTextFile(file);
    setCsv(content);
    writing.reset();
    attempt.mutate({ csv: content, dry_run: true });
  };
  const again = () => {
    attempt.reset();
    writing.reset();
  };
  const error = writing.error ?? attempt.error;
  // What was refused to be written says what would happen now.
  const plan = writing.data ?? attempt.data;
  if (writing.data?.written) return <Done report={writing.data} onAgain={again} />;
  return (
    <div className="mt-4 grid gap-4">
      <div className="max-w-prose">
        <FileField label={text.file} hint={text.fileHint} onChoose={([file]) => void choose(file)} />
      </div>
      {attempt.isPending && <ListSkeleton label={text.looking} rows={3} />}
      {error && <Refusal error={error} />}
      {plan && (
        <Plan
          plan={plan}
          isChanged={writing.data !== undefined}
          isWriting={writing.isPending}
          onWrite={() => writing.mutate({ csv, dry_run: false, digest: plan.digest })}
        />
      )}
    </div>
  );
}

interface PlanProps {
  plan: EnrolledCsv;
  /** It is another than was confirmed. */
  isChanged: boolean;
  isWriting: boolean;
  onWrite: () => void;
}

function Plan({ plan, isChanged, isWriting, onWrite }: PlanProps) {
  const { table: text } = useCourseStaffText();
  const counts = countsOf(plan);
  if (plan.rows.length === 0) return <p role="status">{text.refused.empty}</p>;
  return (
    <>
      <div role="status" className="grid gap-2">
        {isChanged && <p className="text-warn">{text.changed}</p>}
        <p className="flex flex-wrap gap-x-5">
          {(['enrolled', 'waitlisted', 'error'] as const).map((outcome) => (
            <span
              key={outcome}
              className={outcome === 'error' && counts.error > 0 ? 'text-danger' : 'text-ink-2'}
            >
              <b className="font-strong tabular-nums">{counts[outcome]}</b> {text.counts[outcome]}
            </span>
          ))}
        </p>
        {counts.error > 0 && <p className="max-w-prose">{text.fixFirst}</p>}
      </div>
      {counts.error === 0 && (
        <Button look="primary" className="justify-self-start" disabled={isWriting} onClick={onWrite}>
          {isWriting ? text.writing : text.write(counts.enrolled, counts.waitlisted)}
        </Button>
      )}
      <TableRows rows={plan.rows} />
    </>
  );
}

const countsOf = ({ rows }: EnrolledCsv) => {
  const count = (outcome: EnrolledCsv['rows'][number]['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length;
  return { enrolled: count('enrolled'), waitlisted: count('waitlisted'), error: count('error') };
};

function Refusal({ error }: { error: Error }) {
  const { table } = useCourseStaffText();
  const { problem } = useText();
  const code =
    error instanceof ApiProblem ? error.errors.find(({ field }) => field === 'csv')?.code : undefined;
  const known = (['header', 'malformed', 'too_long', 'too_big'] as const).find((each) => each === code);
  // Of an empty file there is nothing to send.
  const word = code === 'too_small' ? 'empty' : known;
  return (
    <p role="alert" className="max-w-prose text-danger">
      {word ? table.refused[word] : describeProblem(problem, error)}
    </p>
  );
}

function Done({ report, onAgain }: { report: EnrolledCsv; onAgain: () => void }) {
  const { table: text } = useCourseStaffText();
  const { enrolled, waitlisted } = countsOf(report);
  return (
    <div className="mt-4 grid justify-items-start gap-3">
      <p role="status" className="font-strong">
        {text.done(enrolled, waitlisted)}
      </p>
      <Button onClick={onAgain}>{text.another}</Button>
    </div>
  );
}
