'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { v4 as newKey } from 'uuid';
import { Button } from '@/components/ui/button';
import { Check, Input } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { SearchChoice } from '@/components/ui/search-choice';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { recipientOptions } from '@/lib/client/conversation/find-recipients';
import { type NewConversation, useStartConversation } from '@/lib/client/conversation/start-conversation';
import { useMe } from '@/lib/client/session/me-context';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { MessageRecipients } from '@/lib/contracts/http/conversation';
import { conversationHref } from './conversation-row';
import { CourseField } from './course-field';

type Recipient = MessageRecipients['items'][number];

const kinds = ['people', 'course'] as const;

/** With whom one writes: one person, several as a group, or (those who teach) a whole course. */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const { start: text, problems } = useConversationText();
  const { problem } = useText();
  const isStaff = useMe().role !== 'student';
  const router = useRouter();
  const { mutate, error, isPending } = useStartConversation();
  const [kind, setKind] = useState<(typeof kinds)[number]>('people');
  const [people, setPeople] = useState<readonly Recipient[]>([]);
  const [title, setTitle] = useState('');
  const [courseId, setCourseId] = useState('');
  const [isStaffOnly, setIsStaffOnly] = useState(false);
  const [sent, setSent] = useState({ key: '', words: '' });
  const wanted = wantedOf();

  function wantedOf(): NewConversation | null {
    if (kind === 'course')
      return courseId === ''
        ? null
        : { type: 'course', course_id: courseId, title: title.trim(), is_staff_only: isStaffOnly };
    const [first] = people;
    if (!first) return null;
    if (people.length === 1) return { type: 'direct', user_id: first.id };
    if (title.trim() === '') return null;
    return { type: 'group', title: title.trim(), user_ids: people.map(({ id }) => id) };
  }

  const start = () => {
    if (!wanted) return;
    // Tried again it is the same request, changed it is another.
    const words = JSON.stringify(wanted);
    const key = words === sent.words ? sent.key : newKey();
    setSent({ key, words });
    mutate(
      { conversation: wanted, key },
      {
        onSuccess: ({ id }) => {
          onClose();
          router.push(conversationHref(id));
        },
      },
    );
  };
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={text.title}
      description={kind === 'people' ? text.about : text.courseAbout}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={isPending || !wanted} onClick={start}>
            {text.start}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {isStaff && (
          <SegmentedControl
            label={text.kind}
            options={kinds.map((value) => ({
              value,
              label: { people: text.withPeople, course: text.course }[value],
            }))}
            value={kind}
            onChange={setKind}
          />
        )}
        {kind === 'people' ? (
          <PeopleField people={people} onChange={setPeople} />
        ) : (
          <CourseField value={courseId} onChange={setCourseId} />
        )}
        {(kind === 'course' || people.length > 1) && (
          <Field label={text.groupTitle} optional={kind === 'course'}>
            {(control) => (
              <Input
                {...control}
                maxLength={120}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </Field>
        )}
        {kind === 'course' && (
          <Check checked={isStaffOnly} onChange={(event) => setIsStaffOnly(event.target.checked)}>
            {text.staffOnly}
          </Check>
        )}
        {error && (
          <p role="alert" className="text-danger">
            {describeProblem(problem, error, problems)}
          </p>
        )}
      </div>
    </DialogWindow>
  );
}

interface PeopleFieldProps {
  people: readonly Recipient[];
  onChange: (people: readonly Recipient[]) => void;
}

/** Found by name, kept in the order in which they were chosen. */
export function PeopleField({ people, onChange }: PeopleFieldProps) {
  const { start: text } = useConversationText();
  const { roles } = useText().layout;
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const { data } = useQuery(recipientOptions(query));
  const found = (typed.trim() === '' ? [] : (data?.items ?? [])).filter(
    ({ id }) => !people.some((person) => person.id === id),
  );
  return (
    <div className="grid gap-2">
      <SearchChoice
        label={text.to}
        placeholder={text.toHint}
        listLabel={text.people}
        value={typed}
        onType={setTyped}
        options={found.map(({ id, name, role, reason }) => ({
          id,
          name,
          detail: text.reasons[reason] || roles[role],
        }))}
        status={data && found.length === 0 ? text.nobody : ''}
        onChoose={({ id }) => {
          const person = found.find((each) => each.id === id);
          if (person) onChange([...people, person]);
          setTyped('');
        }}
      />
      {people.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {people.map((person) => (
            <li key={person.id} className="flex items-center rounded-md bg-sunken pl-2.5">
              <bdi>{person.name}</bdi>
              <Button
                look="quiet"
                size="icon"
                className="md:size-7"
                aria-label={text.remove(person.name)}
                onClick={() => onChange(people.filter(({ id }) => id !== person.id))}
              >
                <Icon of={X} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
