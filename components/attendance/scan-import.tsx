'use client';

import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { FileField } from '@/components/ui/file-field';
import { Link } from '@/components/ui/link';
import { ListSkeleton } from '@/components/ui/list-states';
import { useConfirmScans, useTryScans } from '@/lib/client/attendance/import-scans';
import { useScanText } from '@/lib/client/attendance/scan-text';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { readTextFile, type TextFile } from '@/lib/client/person/read-text-file';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { wordOf } from '@/lib/client/text/word-of';
import type { ScanResult } from '@/lib/contracts/http/attendance-import';
import { CourseChoice } from './course-choice';
import { ScanPlanView } from './scan-plan';

/** A file of scans of a course: which marks it would make, row by row, and then all of them or none. */
export function ScanImport() {
  const text = useScanText();
  const [round, setRound] = useState(0);
  return (
    <>
      <BackLink href="/attendance">{text.toAttendance}</BackLink>
      <PageHeader title={text.title} />
      <Import key={round} onAgain={() => setRound(round + 1)} />
    </>
  );
}

function Import({ onAgain }: { onAgain: () => void }) {
  const text = useScanText();
  const [courseId, setCourseId] = useState('');
  const [file, setFile] = useState<TextFile | null>(null);
  const attempt = useTryScans();
  const confirmation = useConfirmScans();
  const look = ({ name, text: content }: TextFile) => {
    confirmation.reset();
    attempt.mutate({ course_id: courseId, file_name: name, content });
  };
  const choose = async (chosen: File) => {
    const read = await readTextFile(chosen);
    setFile(read);
    attempt.reset();
    if (read.encoding === 'UTF-8') look(read);
  };
  if (confirmation.data) return <Done result={confirmation.data} onAgain={onAgain} />;
  const plan = attempt.data;
  return (
    <div className="grid max-w-4xl gap-6">
      <div className="grid max-w-prose gap-4">
        <CourseChoice
          value={courseId}
          onChoose={(id) => {
            setCourseId(id);
            setFile(null);
            attempt.reset();
          }}
        />
        {courseId !== '' && (
          <FileField label={text.file} hint={text.fileHint} onChoose={([chosen]) => void choose(chosen)} />
        )}
      </div>
      {file && file.encoding !== 'UTF-8' && attempt.isIdle && (
        <div role="alert" className="grid justify-items-start gap-3">
          <p>{text.encoding(file.name, file.encoding)}</p>
          <Button onClick={() => look(file)}>{text.readAnyway(file.encoding)}</Button>
        </div>
      )}
      {attempt.isPending && <ListSkeleton label={text.looking} rows={4} />}
      {attempt.error && <Refusal error={attempt.error} />}
      {file && plan && (
        <ScanPlanView
          plan={plan}
          isWriting={confirmation.isPending}
          error={confirmation.error}
          onConfirm={() => confirmation.mutate(plan)}
          onLookAgain={() => look(file)}
        />
      )}
    </div>
  );
}

function Refusal({ error }: { error: Error }) {
  const { refused } = useScanText();
  const { problem } = useText();
  const code =
    error instanceof ApiProblem ? error.errors.find(({ field }) => field === 'content')?.code : undefined;
  return (
    <p role="alert" className="max-w-prose text-danger">
      {code === undefined ? describeProblem(problem, error) : wordOf(refused, code, refused.other)}
    </p>
  );
}

function Done({ result, onAgain }: { result: ScanResult; onAgain: () => void }) {
  const text = useScanText();
  return (
    <div role="status" className="grid max-w-prose justify-items-start gap-3">
      <p className="text-md font-strong">{text.done(result.created, result.changed)}</p>
      <div className="flex flex-wrap gap-2">
        <Button asChild look="primary">
          <Link href="/attendance">{text.toAttendance}</Link>
        </Button>
        <Button onClick={onAgain}>{text.another}</Button>
      </div>
    </div>
  );
}
