'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useChangeCourseStatus, useDeleteCourse } from '@/lib/client/course/change-course';
import { useCourseText } from '@/lib/client/course/course-text';
import { courseUseOptions } from '@/lib/client/course/get-course-use';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { CourseUse, CourseView } from '@/lib/contracts/http/course';

interface DialogProps {
  course: CourseView;
  onClose: () => void;
}

/** Asks first: students do not find it any more. */
export function DeactivateDialog({ course, onClose }: DialogProps) {
  const text = useCatalogueText();
  const { deactivate, saved } = useCourseText();
  const { problem } = useText();
  const { mutate, error, isPending } = useChangeCourseStatus(course.id);
  const [reason, setReason] = useState('');
  const onSuccess = () => {
    toast.success(saved);
    onClose();
  };
  return (
    <AskedDialog
      title={text.course.deactivateTitle}
      about={text.course.deactivateText(course.taken)}
      act={deactivate}
      cancel={text.cancel}
      refusal={error && describeProblem(problem, error)}
      isPending={isPending}
      onAct={() => mutate({ deed: 'deactivate', reason }, { onSuccess })}
      onClose={onClose}
    >
      <Reason value={reason} onChange={setReason} optional />
    </AskedDialog>
  );
}

/** Says first who would lose what, as it is now; a reason has to be given. */
export function DeleteCourseDialog({ course, onClose }: DialogProps) {
  const text = useCatalogueText();
  const { problem } = useText();
  const router = useRouter();
  const use = useQuery(courseUseOptions(course.id));
  const { mutate, error, isPending } = useDeleteCourse(course);
  const [reason, setReason] = useState('');
  const onSuccess = () => {
    toast.success(text.deleted(course.code));
    router.push('/courses');
  };
  return (
    <AskedDialog
      title={text.course.deleteTitle(course.code)}
      about={text.course.deleteText}
      act={text.delete}
      cancel={text.cancel}
      look="danger"
      refusal={error && describeProblem(problem, error)}
      isPending={isPending || reason.trim() === ''}
      onAct={() => mutate(reason, { onSuccess })}
      onClose={onClose}
    >
      <div role="status">
        {use.data && <Losses use={use.data} />}
        {use.isPending && <p className="text-ink-3">{text.course.counting}</p>}
        {use.isError && !use.data && <p className="text-warn">{text.course.notCounted}</p>}
      </div>
      <Reason value={reason} onChange={setReason} />
    </AskedDialog>
  );
}

function Losses({ use }: { use: CourseUse }) {
  const { course: text } = useCatalogueText();
  const losses = (['enrolled', 'offered', 'waiting', 'classes', 'graded'] as const).filter(
    (name) => use[name] > 0,
  );
  if (losses.length === 0) return <p>{text.nobody}</p>;
  return (
    <>
      <ul className="list-disc pl-5">
        {losses.map((name) => (
          <li key={name}>{text.loss[name](use[name])}</li>
        ))}
      </ul>
      <p className="mt-2 text-ink-2">{text.told}</p>
    </>
  );
}

function Reason(props: { value: string; onChange: (value: string) => void; optional?: boolean }) {
  const { value, onChange, optional = false } = props;
  return (
    <Field label={useCatalogueText().reason} optional={optional}>
      {(control) => (
        <Input
          {...control}
          maxLength={500}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
