'use client';

import { useState } from 'react';
import { v4 as newKey } from 'uuid';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { type PersonFields as Fields, useCreatePerson } from '@/lib/client/person/change-person';
import { usePersonText } from '@/lib/client/person/person-text';
import { useText } from '@/lib/client/text/text-context';
import { Role } from '@/lib/contracts/http/me';
import { PersonFields } from './person-fields';

const empty: Fields = { name: '', email: '', department_id: null, register_no: null };

/** A key belongs to what was sent: what is changed after a refusal is another request. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const text = usePersonText();
  const { layout } = useText();
  const create = useCreatePerson();
  const [values, setValues] = useState(empty);
  const [role, setRole] = useState<Role>('student');
  const [key, setKey] = useState(() => newKey());
  const change = (more: Partial<Fields>) => {
    setValues({ ...values, ...more });
    setKey(newKey());
  };
  const send = () =>
    create.mutate(
      { key, body: { ...values, role } },
      {
        onSuccess: ({ name }) => {
          toast.success(text.made(name));
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={text.newTitle}
      description={<p>{text.newText}</p>}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={create.isPending} onClick={send}>
            {text.create}
          </Button>
        </>
      }
    >
      <PersonFields values={values} error={create.error} onChange={change} />
      <Field label={text.fields.role}>
        {(control) => (
          <Select
            {...control}
            value={role}
            onChange={(event) => {
              setRole(Role.options.find((each) => each === event.target.value) ?? 'student');
              setKey(newKey());
            }}
          >
            {Role.options.map((each) => (
              <option key={each} value={each}>
                {layout.roles[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </Dialog>
  );
}
