import * as z from 'zod';
import { Role } from './me';
import { PersonStatus } from './person';
import { phoneNumber } from './phone-requests';
import { humanText, searchText } from './text';

/** Lower case, since nobody has two accounts that differ by it. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .meta({ examples: ['ada@nimbusu.test'] });
export const personName = humanText(1, 120).meta({ examples: ['Ada Lovelace'] });
export const registerNo = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,17}$/)
  .meta({ examples: ['2024001'] });

/** `POST /api/people`. A department is named by its id. */
export const CreatePerson = z.strictObject({
  email: emailAddress,
  name: personName,
  role: Role,
  department_id: z.uuid().nullable().default(null),
  register_no: registerNo.nullable().default(null),
});
export type CreatePerson = z.output<typeof CreatePerson>;

/** `PATCH /api/people/{id}`: what is left out stays. */
export const EditPerson = z
  .strictObject({
    email: emailAddress.optional(),
    name: personName.optional(),
    department_id: z.uuid().nullable().optional(),
    register_no: registerNo.nullable().optional(),
    /** An active member of the faculty. */
    advisor_id: z.uuid().nullable().optional(),
    /** Empty: nobody. */
    guardian_email: z.union([z.literal(''), emailAddress]).optional(),
    phone: phoneNumber.optional(),
  })
  .meta({ examples: [{ name: 'Ada King' }] });
export type EditPerson = z.output<typeof EditPerson>;

/** `POST /api/people/{id}/suspend`; without `until` somebody has to activate the account. */
export const SuspendPerson = z.strictObject({
  reason: humanText(1, 500).meta({ examples: ['Exam rules broken'] }),
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type SuspendPerson = z.output<typeof SuspendPerson>;

/** `POST /api/people/{id}/role` */
export const ChangeRole = z.strictObject({ role: Role, reason: humanText(0, 500).default('') });
export type ChangeRole = z.output<typeof ChangeRole>;

export const DeletePersonQuery = z.object({ reason: humanText(1, 500) });

/** What of the list is wanted; the deleted are shown only when asked for. */
const filter = {
  query: searchText().optional(),
  role: z.optional(Role),
  department_id: z.uuid().optional(),
  status: z.optional(PersonStatus),
};
export const PersonFilter = z.object(filter);
export type PersonFilter = z.output<typeof PersonFilter>;

export const PersonListQuery = z.object({
  ...filter,
  cursor: z.string().max(700).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
