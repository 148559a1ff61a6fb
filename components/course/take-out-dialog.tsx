import { useState } from 'react';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { useCourseStaffText } from '@/lib/client/course/course-staff-text';
import { useCourseText } from '@/lib/client/course/course-text';
import { usePlaceStudent } from '@/lib/client/course/place-student';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

interface TakeOutDialogProps {
  courseId: string;
  person: { id: string; name: string };
  onClose: () => void;
}

/** Takes a student out of a course or its line, once it was asked why. */
export function TakeOutDialog({ courseId, person, onClose }: TakeOutDialogProps) {
  const { people: text } = useCourseStaffText();
  const { cancel } = useCourseText();
  const { problem } = useText();
  const [reason, setReason] = useState('');
  const place = usePlaceStudent(courseId);
  const takeOut = () =>
    place.mutate(
      { deed: 'drop', student_id: person.id, reason },
      {
        onSuccess: () => {
          toast.success(text.takenOut(person.name));
          onClose();
        },
      },
    );
  return (
    <AskedDialog
      title={text.takeOutTitle(person.name)}
      about={text.takeOutAbout}
      act={text.takeOut}
      cancel={cancel}
      look="danger"
      refusal={place.error && describeProblem(problem, place.error)}
      isPending={place.isPending}
      onAct={takeOut}
      onClose={onClose}
    >
      <Field label={text.reason} optional>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </AskedDialog>
  );
}
