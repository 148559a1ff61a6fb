import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { toast } from '@/components/ui/toast';
import { useCourseStaffText } from '@/lib/client/course/course-staff-text';
import { useCourseText } from '@/lib/client/course/course-text';
import { useGradeStudent } from '@/lib/client/course/grade-student';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { CoursePeople } from '@/lib/contracts/http/course';

interface GradeRowProps {
  courseId: string;
  person: CoursePeople['items'][number];
}

const outcomes = ['completed', 'failed'] as const;

/** How somebody came through: Enter saves, and goes on to who is next. */
export function GradeRow({ courseId, person }: GradeRowProps) {
  const { people: text } = useCourseStaffText();
  const { notDone } = useCourseText();
  const { problem } = useText();
  const { mutate, isPending } = useGradeStudent(courseId);
  const { id, name } = person;
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(
    person.status === 'failed' ? 'failed' : 'completed',
  );
  const [grade, setGrade] = useState(person.grade);
  const [points, setPoints] = useState(person.grade_points === null ? '' : String(person.grade_points));
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const next = event.currentTarget.closest('li')?.nextElementSibling;
    mutate(
      { student_id: id, outcome, grade, grade_points: Number(points) },
      {
        onSuccess: () => {
          toast.success(text.saved(name, `${text.outcomes[outcome]}, ${grade}`));
          next?.querySelector<HTMLInputElement>('input[name="grade"]')?.focus();
        },
        onError: (error) => toast.error(notDone(describeProblem(problem, error))),
      },
    );
  }
  return (
    <li className="border-b py-2">
      <form
        onSubmit={save}
        className="grid grid-cols-[1fr_1fr_auto] items-center gap-2 md:grid-cols-[minmax(0,1fr)_10rem_5rem_5rem_auto]"
      >
        <bdi className="wrap-anywhere max-md:col-span-3">{name}</bdi>
        <div className="max-md:col-span-3">
          <Select
            aria-label={text.outcome(name)}
            value={outcome}
            onChange={(event) => setOutcome(outcomes.find((each) => each === event.target.value) ?? outcome)}
          >
            {outcomes.map((each) => (
              <option key={each} value={each}>
                {text.outcomes[each]}
              </option>
            ))}
          </Select>
        </div>
        <Input
          required
          name="grade"
          maxLength={10}
          autoComplete="off"
          aria-label={text.grade(name)}
          placeholder={text.gradeHint}
          value={grade}
          onChange={(event) => setGrade(event.target.value)}
        />
        <Input
          required
          type="number"
          min={0}
          max={10}
          step={0.01}
          aria-label={text.points(name)}
          placeholder={text.pointsHint}
          value={points}
          onChange={(event) => setPoints(event.target.value)}
        />
        <Button type="submit" disabled={isPending} aria-label={text.saveOf(name)}>
          {text.save}
        </Button>
      </form>
    </li>
  );
}
