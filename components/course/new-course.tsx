import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { v4 as newKey } from 'uuid';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { useCreateCourse } from '@/lib/client/course/change-course';
import { useCourseText } from '@/lib/client/course/course-text';
import { subjectListOptions } from '@/lib/client/course/list-subjects';
import { termListOptions } from '@/lib/client/course/list-terms';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { SeatsField } from './seats-field';

const USUAL_SEATS = '60';

/** A subject taught in a term; it is inactive at first, and its page is where it is activated. */
export function NewCourse() {
  const text = useCourseText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setIsOpen(true)}>
        <Icon of={Plus} /> {text.add}
      </Button>
      <Dialog open={isOpen} onOpenChange={setIsOpen} title={text.add}>
        <NewCourseForm />
      </Dialog>
    </>
  );
}

function NewCourseForm() {
  const text = useCourseText();
  const { problem } = useText();
  const router = useRouter();
  const { mutate, isPending } = useCreateCourse();
  const terms = useQuery(termListOptions());
  const subjects = useQuery(subjectListOptions(''));
  const [subject, setSubject] = useState('');
  const [term, setTerm] = useState('');
  const [section, setSection] = useState('A');
  const [capacity, setCapacity] = useState(USUAL_SEATS);
  // The key of what is asked: the same while the same is tried again.
  const tried = useRef({ body: '', key: '' });
  function send(event: FormEvent) {
    event.preventDefault();
    const draft = { subject_id: subject, term_id: term, section, capacity: Number(capacity) };
    const body = JSON.stringify(draft);
    if (tried.current.body !== body) tried.current = { body, key: newKey() };
    mutate(
      { draft, idempotencyKey: tried.current.key },
      {
        onSuccess: (course) => router.push(`/courses/${course.id}`),
        onError: (error) => toast.error(text.notDone(describeProblem(problem, error))),
      },
    );
  }
  return (
    <form onSubmit={send} className="grid gap-4">
      <Field label={text.subject}>
        {(control) => (
          <Select required {...control} value={subject} onChange={(event) => setSubject(event.target.value)}>
            <option value="" />
            {subjects.data?.items.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={text.term}>
        {(control) => (
          <Select required {...control} value={term} onChange={(event) => setTerm(event.target.value)}>
            <option value="" />
            {terms.data?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={text.sectionLabel}>
        {(control) => (
          <Input
            required
            maxLength={10}
            {...control}
            value={section}
            onChange={(event) => setSection(event.target.value)}
          />
        )}
      </Field>
      <SeatsField value={capacity} onChange={setCapacity} />
      <Button look="primary" type="submit" disabled={isPending}>
        {text.create}
      </Button>
    </form>
  );
}
