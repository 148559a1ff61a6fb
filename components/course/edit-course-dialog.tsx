'use client';

import { useState } from 'react';
import { Link } from '@/components/ui/link';
import { toast } from '@/components/ui/toast';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useEditCourse } from '@/lib/client/course/change-course';
import {
  changeOf,
  type CourseFields as Fields,
  facultyKey,
  fieldsOfCourse,
  mergeFields,
} from '@/lib/client/course/course-fields';
import { useCourseText } from '@/lib/client/course/course-text';
import { wrongCodes } from '@/lib/client/course/wrong-fields';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { CourseView } from '@/lib/contracts/http/course';
import { CourseFields, useFieldLabels } from './course-fields';
import { type Difference, EditDialog } from './edit-dialog';

/** What of a course may change. What was not touched is not sent, so two who change different fields both have their way. */
export function EditCourseDialog({ course, onClose }: { course: CourseView; onClose: () => void }) {
  const text = useCatalogueText();
  const { mutate, error, isPending, reset } = useEditCourse();
  const [base, setBase] = useState(course);
  const [values, setValues] = useState<Fields>(() => fieldsOfCourse(course));
  const theirs = CourseView.safeParse(error instanceof ApiProblem ? error.current : undefined).data;
  const differencesTo = useDifferences();
  const send = (over: CourseView, fields: Fields) => {
    const change = changeOf(fieldsOfCourse(over), fields);
    if (!change) return onClose();
    mutate(
      { over, change },
      {
        onSuccess: ({ code }) => {
          toast.success(text.saved(code));
          onClose();
        },
      },
    );
  };
  const mine = theirs && mergeFields(fieldsOfCourse(base), values, fieldsOfCourse(theirs));
  const decide = (fields: Fields, over: CourseView) => {
    setBase(over);
    setValues(fields);
    reset();
  };
  return (
    <EditDialog
      title={text.editOne(course.code)}
      act={text.save}
      error={error}
      isPending={isPending}
      isWide
      newer={
        theirs &&
        mine && {
          differences: differencesTo(mine, fieldsOfCourse(theirs)),
          onTake: () => decide(fieldsOfCourse(theirs), theirs),
          onKeep: () => {
            decide(mine, theirs);
            send(theirs, mine);
          },
        }
      }
      onSend={() => send(base, values)}
      onClose={onClose}
    >
      <p className="text-sm text-ink-2">
        {text.course.ofSubject}{' '}
        <Link
          href={`/admin/subjects?q=${encodeURIComponent(course.code)}`}
          className="text-accent hover:underline"
        >
          {text.course.subject}
        </Link>
      </p>
      <CourseFields
        values={values}
        wrong={wrongCodes(error)}
        onChange={(change) => setValues({ ...values, ...change })}
      />
    </EditDialog>
  );
}

function useDifferences(): (mine: Fields, theirs: Fields) => Difference[] {
  const labels = useFieldLabels();
  const { roles } = useCourseText();
  const shown = (fields: Fields, name: keyof Fields) => {
    const value = fields[name];
    return typeof value === 'string'
      ? value
      : value.map((each) => `${each.name} (${roles[each.role]})`).join(', ');
  };
  return (mine, theirs) =>
    (['section', 'capacity', 'semester', 'offer_hours', 'faculty'] as const)
      .filter((name) =>
        name === 'faculty' ? facultyKey(mine) !== facultyKey(theirs) : mine[name] !== theirs[name],
      )
      .map((name) => ({ label: labels[name], mine: shown(mine, name), theirs: shown(theirs, name) }));
}
