import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useChangeCapacity, useChangeCourseStatus } from '@/lib/client/course/change-course';
import { useCourseText } from '@/lib/client/course/course-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { CourseView } from '@/lib/contracts/http/course';
import { SeatsField } from './seats-field';

/** For administrators: whether it is active, and how many seats it has. */
export function ManageCourse({ course }: { course: CourseView }) {
  const text = useCourseText();
  const { problem } = useText();
  const status = useChangeCourseStatus(course.id);
  const seats = useChangeCapacity(course);
  const [capacity, setCapacity] = useState(String(course.capacity));
  const told = {
    onSuccess: () => toast.success(text.saved),
    onError: (error: Error) => toast.error(text.notDone(describeProblem(problem, error))),
  };
  function save(event: FormEvent) {
    event.preventDefault();
    seats.mutate(Number(capacity), told);
  }
  const isActive = course.status === 'active';
  return (
    <section aria-label={text.manage} className="mt-6">
      <h2 className="border-b pb-2 text-md">{text.manage}</h2>
      <form onSubmit={save} className="mt-3 flex flex-wrap items-end gap-2">
        <div className="w-28">
          <SeatsField value={capacity} onChange={setCapacity} />
        </div>
        <Button type="submit" disabled={seats.isPending}>
          {text.save}
        </Button>
        <Button
          look={isActive ? 'secondary' : 'primary'}
          disabled={status.isPending}
          onClick={() => status.mutate(isActive ? 'deactivate' : 'activate', told)}
        >
          {isActive ? text.deactivate : text.activate}
        </Button>
      </form>
    </section>
  );
}
