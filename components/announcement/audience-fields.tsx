'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Check } from '@/components/ui/controls';
import { FieldError } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import {
  type AnnouncementDraft,
  isTargetChosen,
  targetOf,
} from '@/lib/client/announcement/announcement-form';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { useText } from '@/lib/client/text/text-context';
import { Role } from '@/lib/contracts/http/me';
import { AudienceCount } from './audience-count';
import { PeoplePicker } from './people-picker';

const audiences = ['all', 'role', 'department', 'users'] as const;

/** Whom it is for: the kind of audience, and below it what that kind needs. */
export function AudienceFields() {
  const text = useText().announcement.form;
  const { control, setValue, formState } = useFormContext<AnnouncementDraft>();
  const [audience, role_names, department_ids, people] = useWatch({
    control,
    name: ['audience', 'role_names', 'department_ids', 'people'],
  });
  const chosen = { audience, role_names, department_ids, people };
  return (
    <div className="grid gap-3">
      <SegmentedControl
        label={text.to}
        showLabel
        options={audiences.map((value) => ({ value, label: text.audiences[value] }))}
        value={audience}
        onChange={(value) => setValue('audience', value, { shouldDirty: true })}
      />
      <FieldError message={formState.errors.audience?.message} />
      {audience === 'role' && <RoleChecks />}
      {audience === 'department' && <DepartmentChecks />}
      {audience === 'users' && <People />}
      <AudienceCount target={isTargetChosen(chosen) ? targetOf(chosen) : null} />
    </div>
  );
}

function RoleChecks() {
  const text = useText().announcement.form;
  const { register, formState } = useFormContext<AnnouncementDraft>();
  return (
    <CheckGroup label={text.audiences.role} error={formState.errors.role_names?.message}>
      {Role.options.map((value) => (
        <Check key={value} value={value} {...register('role_names')}>
          {text.roles[value]}
        </Check>
      ))}
    </CheckGroup>
  );
}

function DepartmentChecks() {
  const { announcement, ui } = useText();
  const text = announcement.form;
  const { register, formState } = useFormContext<AnnouncementDraft>();
  const departments = useQuery(departmentListOptions());
  return (
    <CheckGroup label={text.audiences.department} error={formState.errors.department_ids?.message}>
      {departments.isPending && <p className="text-ink-3">{text.loadingDepartments}</p>}
      {departments.isError && (
        <p role="alert" className="text-danger">
          {text.departmentsNotLoaded}{' '}
          <button type="button" className="underline" onClick={() => void departments.refetch()}>
            {ui.tryAgain}
          </button>
        </p>
      )}
      {departments.data?.items.map((department) => (
        <Check key={department.id} value={department.id} {...register('department_ids')}>
          {department.name} <span className="text-ink-3">{department.code}</span>
        </Check>
      ))}
    </CheckGroup>
  );
}

function People() {
  const { control, setValue, formState } = useFormContext<AnnouncementDraft>();
  const people = useWatch({ control, name: 'people' });
  return (
    <PeoplePicker
      chosen={people}
      onChange={(chosen) =>
        setValue('people', chosen, { shouldDirty: true, shouldValidate: formState.isSubmitted })
      }
      error={formState.errors.people?.message}
    />
  );
}

interface CheckGroupProps {
  label: string;
  error: string | undefined;
  children: ReactNode;
}

function CheckGroup({ label, error, children }: CheckGroupProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{label}</legend>
      <div className="grid max-h-80 gap-x-4 overflow-y-auto sm:max-md:grid-cols-2">{children}</div>
      <div role="status">
        <FieldError message={error} />
      </div>
    </fieldset>
  );
}
