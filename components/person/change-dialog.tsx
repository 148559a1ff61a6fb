'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { readZonedTime } from '@/lib/client/announcement/zoned-time';
import {
  type PersonFields as Fields,
  type PersonChange,
  useChangePerson,
  useDeletePerson,
} from '@/lib/client/person/change-person';
import { usePersonText } from '@/lib/client/person/person-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { Role } from '@/lib/contracts/http/me';
import type { PersonView } from '@/lib/contracts/http/person';
import { PersonFields } from './person-fields';

export type ChangeKind = 'edit' | 'role' | 'suspend' | 'delete';

interface ChangeDialogProps {
  person: PersonView;
  onClose: () => void;
}

export function ChangeDialog({ kind, ...props }: ChangeDialogProps & { kind: ChangeKind }) {
  const Of = dialogs[kind];
  return <Of {...props} />;
}

const dialogs = { edit: EditDialog, role: RoleDialog, suspend: SuspendDialog, delete: DeleteDialog };

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
  return (
    <Asked
      title={text.edit}
      act={text.save}
      onClose={onClose}
      isPending={sending.isPending}
      onAct={() => sending.send({ kind: 'edit', fields })}
    >
      <PersonFields values={fields} error={error} onChange={(more) => setFields({ ...fields, ...more })} />
    </Asked>
  );
}

function RoleDialog({ person, onClose }: ChangeDialogProps) {
  const text = usePersonText();
  const { layout } = useText();
  const sending = useSend(person, onClose);
  const [role, setRole] = useState(person.role);
  const [reason, setReason] = useState('');
  return (
    <Asked
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
    </Asked>
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
    <Asked
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
    </Asked>
  );
}

function DeleteDialog({ person, onClose }: ChangeDialogProps) {
  const text = usePersonText();
  const { mutate, error, isPending } = useDeletePerson(person);
  const [reason, setReason] = useState('');
  return (
    <Asked
      title={text.delete}
      about={text.deleteText}
      act={text.delete}
      onClose={onClose}
      error={error}
      isPending={isPending || reason.trim() === ''}
      onAct={() => mutate(reason, { onSuccess: onClose })}
    >
      <Reason value={reason} onChange={setReason} />
    </Asked>
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

interface AskedProps {
  title: string;
  about?: string;
  act: string;
  error?: Error | null;
  isPending: boolean;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

function Asked({ title, about, act, error, isPending, onAct, onClose, children }: AskedProps) {
  const text = usePersonText();
  const { problem } = useText();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      {...(about === undefined ? {} : { description: <p>{about}</p> })}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={isPending} onClick={onAct}>
            {act}
          </Button>
        </>
      }
    >
      {children}
      {error && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, error)}
        </p>
      )}
    </Dialog>
  );
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
