'use client';

import { useState } from 'react';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { readZonedTime } from '@/lib/client/announcement/zoned-time';
import {
  type PersonFields as Fields,
  type PersonCare,
  type PersonChange,
  useChangePerson,
  useDeletePerson,
} from '@/lib/client/person/change-person';
import { usePersonText } from '@/lib/client/person/person-text';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { Role } from '@/lib/contracts/http/me';
import type { PersonView } from '@/lib/contracts/http/person';
import { AskedDialog } from './asked-dialog';
import { CareFields } from './care-fields';
import { PersonFields } from './person-fields';
import { PhoneField } from './phone-field';
import { ResetFactorDialog, UnlockDialog } from './sign-in-dialogs';

export type ChangeKind = 'edit' | 'role' | 'unlock' | 'factor' | 'suspend' | 'delete';

interface ChangeDialogProps {
  person: PersonView;
  onClose: () => void;
}

export function ChangeDialog({ kind, ...props }: ChangeDialogProps & { kind: ChangeKind }) {
  const Of = dialogs[kind];
  return <Of {...props} />;
}

const dialogs = {
  edit: EditDialog,
  role: RoleDialog,
  unlock: UnlockDialog,
  factor: ResetFactorDialog,
  suspend: SuspendDialog,
  delete: DeleteDialog,
};

function EditDialog({ person, onClose }: ChangeDialogProps) {
  const text = usePersonText();
  const { error, ...sending } = useSend(person, onClose);
  const { name, email, register_no, department } = person;
  const [fields, setFields] = useState<Fields>({
    name,
    email,
    register_no,
    department_id: department?.id ?? null,
  });
  const [phone, setPhone] = useState(person.phone);
  const isStudent = person.role === 'student';
  const [care, setCare] = useState<PersonCare>({
    advisor_id: person.advisor?.id ?? null,
    guardian_email: person.guardian_email,
  });
  return (
    <AskedDialog
      title={text.edit}
      act={text.save}
      onClose={onClose}
      isPending={sending.isPending}
      onAct={() =>
        sending.send({ kind: 'edit', fields: { ...fields, phone }, care: isStudent ? care : null })
      }
    >
      <PersonFields values={fields} error={error} onChange={(more) => setFields({ ...fields, ...more })} />
      <PhoneField value={phone} error={error} onChange={setPhone} />
      {isStudent && <CareFields advisor={person.advisor} values={care} error={error} onChange={setCare} />}
    </AskedDialog>
  );
}

function RoleDialog({ person, onClose }: ChangeDialogProps) {
  const text = usePersonText();
  const { layout } = useText();
  const sending = useSend(person, onClose);
  const [role, setRole] = useState(person.role);
  const [reason, setReason] = useState('');
  return (
    <AskedDialog
      title={text.changeRole}
      about={text.roleText}
      act={text.changeRole}
      onClose={onClose}
      {...sending}
      onAct={() => sending.send({ kind: 'role', role, reason })}
    >
      <Field label={text.fields.role}>
        {(control) => (
          <Select
            {...control}
            value={role}
            onChange={(event) =>
              setRole(Role.options.find((each) => each === event.target.value) ?? person.role)
            }
          >
            {Role.options.map((each) => (
              <option key={each} value={each}>
                {layout.roles[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Reason value={reason} onChange={setReason} optional />
    </AskedDialog>
  );
}

function SuspendDialog({ person, onClose }: ChangeDialogProps) {
  const text = usePersonText();
  const { timeZone } = useFormat();
  const sending = useSend(person, onClose);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const moment = readZonedTime(until, timeZone);
  return (
    <AskedDialog
      title={text.suspend}
      about={text.suspendText}
      act={text.suspend}
      onClose={onClose}
      {...sending}
      isPending={sending.isPending || reason.trim() === ''}
      onAct={() =>
        sending.send({ kind: 'suspend', reason, until: moment.kind === 'moment' ? moment.at : null })
      }
    >
      <Reason value={reason} onChange={setReason} />
      <Field label={text.fields.until} hint={text.untilHint(timeZone)} optional>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </Field>
    </AskedDialog>
  );
}

function DeleteDialog({ person, onClose }: ChangeDialogProps) {
  const text = usePersonText();
  const { mutate, error, isPending } = useDeletePerson(person);
  const [reason, setReason] = useState('');
  return (
    <AskedDialog
      title={text.delete}
      about={text.deleteText}
      act={text.delete}
      onClose={onClose}
      error={error}
      isPending={isPending || reason.trim() === ''}
      onAct={() => mutate(reason, { onSuccess: onClose })}
    >
      <Reason value={reason} onChange={setReason} />
    </AskedDialog>
  );
}

function useSend(person: PersonView, onClose: () => void) {
  const text = usePersonText();
  const { mutate, error, isPending } = useChangePerson(person);
  const send = (change: PersonChange) =>
    mutate(change, {
      onSuccess: () => {
        toast.success(text.saved);
        onClose();
      },
    });
  return { send, error, isPending };
}

function Reason(props: { value: string; onChange: (value: string) => void; optional?: boolean }) {
  const { value, onChange, optional = false } = props;
  return (
    <Field label={usePersonText().fields.reason} optional={optional}>
      {(control) => (
        <Input
          {...control}
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
