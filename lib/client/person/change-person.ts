import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@/lib/contracts/http/me';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';
import { personPath } from './get-person';
import { personKeys } from './person-keys';

const fetchShape = () => import('@/lib/contracts/http/person').then((module) => module.PersonView);

export interface PersonFields {
  name: string;
  email: string;
  department_id: string | null;
  register_no: string | null;
}

/** Who looks after a student, and who is told beside them. */
export interface PersonCare {
  advisor_id: string | null;
  guardian_email: string;
}

/** What can be done to an account; each says which version was on the screen. */
export type PersonChange =
  | { kind: 'edit'; fields: PersonFields & { phone: string }; care: PersonCare | null }
  | { kind: 'role'; role: Role; reason: string }
  | { kind: 'suspend'; reason: string; until: string | null }
  | { kind: 'activate' };

/** `PATCH /api/people/{id}`, or a post to what is below it. */
export function useChangePerson({ id, version }: { id: string; version: number }) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: PersonChange) => {
      const ifMatch = `v${version}`;
      if (change.kind === 'edit')
        return requestJson(fetchShape, personPath(id), {
          method: 'PATCH',
          body: { ...change.fields, ...change.care },
          ifMatch,
        });
      const { kind, ...body } = change;
      const path = `${personPath(id)}/${kind}`;
      return requestJson(fetchShape, path, { method: 'POST', ifMatch, ...(kind !== 'activate' && { body }) });
    },
    onSuccess: (person) => {
      queryClient.setQueryData(personKeys.detail(id), person);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: personKeys.all }),
  });
}

/** `DELETE /api/people/{id}` */
export function useDeletePerson({ id, version }: { id: string; version: number }) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      requestJson(anyAnswer, `${personPath(id)}?${new URLSearchParams({ reason })}`, {
        method: 'DELETE',
        ifMatch: `v${version}`,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: personKeys.all }),
  });
}

/** `POST /api/people`, once for a key. */
export function useCreatePerson() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: PersonFields & { role: Role } }) =>
      requestJson(fetchShape, '/api/people', { method: 'POST', body, idempotencyKey: key }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: personKeys.all }),
  });
}

const fetchUnlocked = () => import('@/lib/contracts/http/session').then((module) => module.AccountUnlocked);
const fetchReset = () =>
  import('@/lib/contracts/http/second-factor').then((module) => module.SecondFactorReset);

/** `POST /api/people/{id}/unlock`: at how many addresses the account was locked. */
export function useUnlockPerson(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => requestJson(fetchUnlocked, `${personPath(id)}/unlock`, { method: 'POST' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: personKeys.all }),
  });
}

/** `DELETE /api/people/{id}/second-factor`: whether there was one. */
export function useResetSecondFactor(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => requestJson(fetchReset, `${personPath(id)}/second-factor`, { method: 'DELETE' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: personKeys.all }),
  });
}
