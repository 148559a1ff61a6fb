'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { v4 as newKey } from 'uuid';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SearchChoice } from '@/components/ui/search-choice';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useCreateCourse } from '@/lib/client/course/change-course';
import { bodyOfCourse, emptyCourse } from '@/lib/client/course/course-fields';
import { useCourseText } from '@/lib/client/course/course-text';
import { termListOptions } from '@/lib/client/course/list-terms';
import { wrongCodes } from '@/lib/client/course/wrong-fields';
import { subjectSearchOptions } from '@/lib/client/subject/list-subjects';
import { describeFieldError } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { CourseFields } from './course-fields';
import { EditDialog } from './edit-dialog';
import { useChoiceStatus } from './use-choice-status';

/** A course of a subject in a term, with who teaches it. A key belongs to what was sent: what is changed is another request. */
export function NewCourseDialog({ onClose }: { onClose: () => void }) {
  const text = useCourseText();
  const words = useText().problem;
  const router = useRouter();
  const { mutate, error, isPending } = useCreateCourse();
  const terms = useQuery(termListOptions()).data?.items ?? [];
  const [subjectId, setSubjectId] = useState('');
  const [chosenTerm, setTerm] = useState('');
  const [values, setValues] = useState(emptyCourse);
  const [key, setKey] = useState(() => newKey());
  const termId = chosenTerm || (terms.find(({ is_current }) => is_current)?.id ?? '');
  const wrong = wrongCodes(error);
  const send = () =>
    mutate(
      {
        draft: { subject_id: subjectId, term_id: termId, ...bodyOfCourse(values) },
        idempotencyKey: key,
      },
      { onSuccess: ({ id }) => router.push(`/courses/${id}`) },
    );
  return (
    <EditDialog
      title={text.add}
      act={text.create}
      error={error}
      isPending={isPending}
      isWide
      onSend={send}
      onClose={onClose}
    >
      <SubjectChoice
        isWrong={wrong.has('subject_id')}
        onChoose={(id) => {
          setSubjectId(id);
          setKey(newKey());
        }}
      />
      <Field
        label={text.term}
        error={wrong.has('term_id') ? describeFieldError(words, wrong.get('term_id') ?? '') : undefined}
      >
        {(control) => (
          <Select
            {...control}
            value={termId}
            onChange={(event) => {
              setTerm(event.target.value);
              setKey(newKey());
            }}
          >
            {termId === '' && <option value="" />}
            {terms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <CourseFields
        values={values}
        wrong={wrong}
        onChange={(change) => {
          setValues({ ...values, ...change });
          setKey(newKey());
        }}
      />
    </EditDialog>
  );
}

/** The words of the chosen one stand in the field; other words take the choice back. */
function SubjectChoice({ isWrong, onChoose }: { isWrong: boolean; onChoose: (id: string) => void }) {
  const { course: text } = useCatalogueText();
  const { subject } = useCourseText();
  const statusOf = useChoiceStatus();
  const [typed, setTyped] = useState('');
  const [isChosen, setIsChosen] = useState(false);
  const search = useQuery(subjectSearchOptions(useDeferredValue(isChosen ? '' : typed.trim())));
  const options = isChosen
    ? []
    : (search.data?.items ?? []).map(({ id, code, name }) => ({ id, name: code, detail: name }));
  return (
    <SearchChoice
      label={subject}
      placeholder={text.findSubject}
      listLabel={text.subjectsFound}
      error={isWrong ? text.chooseSubject : undefined}
      value={typed}
      onType={(words) => {
        setTyped(words);
        if (isChosen) onChoose('');
        setIsChosen(false);
      }}
      options={options}
      status={isChosen ? '' : statusOf(search, options.length)}
      onChoose={({ id, name, detail }) => {
        setTyped(`${name} ${detail ?? ''}`);
        setIsChosen(true);
        onChoose(id);
      }}
    />
  );
}
