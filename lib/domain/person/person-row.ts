import type { PersonView } from '@/lib/contracts/http/person';
import { isoTime } from '@/lib/infra/db/iso-time';

export interface PersonRow extends Omit<PersonView, 'department' | 'advisor'> {
  advisor_id: string | null;
  advisor_name: string | null;
  department_id: string | null;
  department_code: string | null;
  department_name: string | null;
}

export const PERSON = `
  SELECT app_user.id, app_user.name, app_user.email, app_user.role, app_user.register_no::text AS register_no,
    app_user.status, app_user.status_reason, ${isoTime('app_user.suspended_until')} AS suspended_until,
    ${isoTime('app_user.created_at')} AS created_at, app_user.version, app_user.guardian_email, app_user.phone,
    advisor.id AS advisor_id, advisor.name AS advisor_name,
    department.id AS department_id, department.code AS department_code, department.name AS department_name
  FROM app_user LEFT JOIN department ON department.id = app_user.department_id
  LEFT JOIN app_user AS advisor ON advisor.id = app_user.advisor_id`;

export function personView(row: PersonRow): PersonView {
  const { department_id, department_code, department_name, advisor_id, advisor_name, ...person } = row;
  const advisor = advisor_id && advisor_name !== null ? { id: advisor_id, name: advisor_name } : null;
  const department =
    department_id && department_code !== null && department_name !== null
      ? { id: department_id, code: department_code, name: department_name }
      : null;
  return { ...person, department, advisor };
}
