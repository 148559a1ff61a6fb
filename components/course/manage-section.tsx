'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useChangeCourseStatus } from '@/lib/client/course/change-course';
import { useCourseText } from '@/lib/client/course/course-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { CourseView } from '@/lib/contracts/http/course';
import { EditCourseDialog } from './edit-course-dialog';
import { DeactivateDialog, DeleteCourseDialog } from './end-course-dialogs';

const dialogs = { edit: EditCourseDialog, deactivate: DeactivateDialog, delete: DeleteCourseDialog };

export function ManageSection({ course }: { course: CourseView }) {
  const text = useCourseText();
  const words = useCatalogueText();
  const { problem } = useText();
  const status = useChangeCourseStatus(course.id);
  const [asked, setAsked] = useState<keyof typeof dialogs | null>(null);
  const Asked = asked && dialogs[asked];
  const activate = () =>
    status.mutate(
      { deed: 'activate' },
      {
        onSuccess: () => void toast.success(text.saved),
        onError: (error) => void toast.error(text.notDone(describeProblem(problem, error))),
      },
    );
  return (
    <section aria-label={text.manage} className="mt-6">
      <h2 className="border-b pb-2 text-md">{text.manage}</h2>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => setAsked('edit')}>{words.course.edit}</Button>
        {course.status === 'active' ? (
          <Button onClick={() => setAsked('deactivate')}>{text.deactivate}</Button>
        ) : (
          <Button look="primary" disabled={status.isPending} onClick={activate}>
            {text.activate}
          </Button>
        )}
        <Button onClick={() => setAsked('delete')}>{words.delete}</Button>
      </div>
      {Asked && <Asked course={course} onClose={() => setAsked(null)} />}
    </section>
  );
}
