import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { SearchField } from '@/components/ui/search-field';
import { toast } from '@/components/ui/toast';
import { enrollmentCheckOptions } from '@/lib/client/course/check-enrollment';
import { useCourseStaffText } from '@/lib/client/course/course-staff-text';
import { usePlaceStudent } from '@/lib/client/course/place-student';
import { peopleSearchOptions } from '@/lib/client/person/search-people';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { EnrollmentCheck } from '@/lib/contracts/http/course';
import { EnrollmentOutlook } from './enrollment-outlook';

/** One student is found and put into a course; what an administrator allows by that is said before. */
export function EnrollOne({ courseId }: { courseId: string }) {
  const { enroll: text } = useCourseStaffText();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState('');
  const found = useQuery(peopleSearchOptions(query));
  const students = (found.data?.items ?? []).filter(({ role }) => role === 'student');
  const isThere = students.some(({ id }) => id === chosen);
  return (
    <div className="mt-4 grid max-w-prose gap-4">
      <div className="grid gap-3 md:grid-cols-2">
        <SearchField label={text.find} placeholder={text.findHint} value={query} onSearch={setQuery} />
        <Select
          aria-label={text.student}
          value={isThere ? chosen : ''}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">
            {query !== '' && found.data && students.length === 0 ? text.nobody : text.choose}
          </option>
          {students.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {name}, {email}
            </option>
          ))}
        </Select>
      </div>
      {isThere && <Chosen key={chosen} courseId={courseId} studentId={chosen} />}
    </div>
  );
}

function Chosen({ courseId, studentId }: { courseId: string; studentId: string }) {
  const { enroll: text } = useCourseStaffText();
  const check = useQuery(enrollmentCheckOptions(courseId, studentId));
  if (check.isPending) return <ListSkeleton label={text.looking} rows={2} />;
  if (!check.data)
    return <ErrorState title={text.notLooked} error={check.error} onRetry={() => void check.refetch()} />;
  return <EnrollForm courseId={courseId} check={check.data} />;
}

function EnrollForm({ courseId, check }: { courseId: string; check: EnrollmentCheck }) {
  const { enroll: text } = useCourseStaffText();
  const { problem } = useText();
  const place = usePlaceStudent(courseId);
  const [reason, setReason] = useState('');
  const { student, standing, is_active } = check;
  const isAllowing = check.missing.length + check.clashes.length > 0;
  const acts = check.place === null ? [text.do, text.doNevertheless] : [text.doLine, text.doLineNevertheless];
  function send(event: FormEvent) {
    event.preventDefault();
    place.mutate(
      { deed: 'enroll', student_id: student.id, ...(isAllowing && { override_reason: reason }) },
      { onSuccess: () => toast.success(text.done(student.name)) },
    );
  }
  return (
    <form onSubmit={send} className="grid justify-items-start gap-3">
      <EnrollmentOutlook check={check} />
      {standing === null && is_active && (
        <>
          {isAllowing && (
            <div className="w-full">
              <Field label={text.reason} hint={text.reasonHint}>
                {(control) => (
                  <Input
                    {...control}
                    required
                    minLength={3}
                    maxLength={500}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                  />
                )}
              </Field>
            </div>
          )}
          <Button type="submit" look="primary" disabled={place.isPending || place.isSuccess}>
            {acts[Number(isAllowing)]}
          </Button>
        </>
      )}
      {place.error && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, place.error)}
        </p>
      )}
    </form>
  );
}
