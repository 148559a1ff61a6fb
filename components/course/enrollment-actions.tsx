import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { type EnrollmentDeed, useChangeEnrollment } from '@/lib/client/course/change-enrollment';
import { useCourseText } from '@/lib/client/course/course-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { CourseView } from '@/lib/contracts/http/course';

/** What a student can do about the own place in a course. A seat is not given up by one slip of the hand. */
export function EnrollmentActions({ course }: { course: CourseView }) {
  const text = useCourseText();
  const { problem } = useText();
  const { mutate, isPending } = useChangeEnrollment(course.id);
  const [isAsking, setIsAsking] = useState(false);
  const status = course.own?.status;
  if (status === 'completed') return null;
  const change = (deed: EnrollmentDeed) =>
    mutate(deed, {
      onSettled: () => setIsAsking(false),
      onError: (error) => toast.error(text.notDone(describeProblem(problem, error))),
    });
  const hasRoom = course.waiting === 0 && course.taken < course.capacity;
  return (
    <div className="flex flex-wrap gap-2">
      {status === 'enrolled' && <Button onClick={() => setIsAsking(true)}>{text.drop}</Button>}
      {status === 'waitlisted' && (
        <Button disabled={isPending} onClick={() => change('drop')}>
          {text.leaveLine}
        </Button>
      )}
      {status === 'offered' && (
        <>
          <Button look="primary" disabled={isPending} onClick={() => change('accept')}>
            {text.accept}
          </Button>
          <Button disabled={isPending} onClick={() => change('decline')}>
            {text.decline}
          </Button>
        </>
      )}
      {(status === undefined || status === 'dropped' || status === 'failed') && (
        <Button
          look="primary"
          disabled={isPending || course.status !== 'active'}
          onClick={() => change('enroll')}
        >
          {hasRoom ? text.enroll : text.joinLine}
        </Button>
      )}
      <Dialog open={isAsking} onOpenChange={setIsAsking} title={text.confirmDrop.title}>
        <p className="mb-4 text-ink-2">{text.confirmDrop.text}</p>
        <div className="flex justify-end gap-2">
          <Button onClick={() => setIsAsking(false)}>{text.cancel}</Button>
          <Button look="danger" disabled={isPending} onClick={() => change('drop')}>
            {text.drop}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
