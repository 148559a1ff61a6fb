import type { TargetAudience, TargetDetails } from '@/lib/contracts/http/announcement';
import type { DepartmentView, Role } from '@/lib/contracts/http/me';

const roleNames: Readonly<Record<Role, string>> = {
  student: 'students',
  faculty: 'faculty',
  admin: 'administrators',
};

interface Audience {
  target_audience: TargetAudience;
  target_details: TargetDetails;
}

const words: Record<
  TargetAudience,
  (details: TargetDetails, departments: readonly DepartmentView[]) => string
> = {
  all: () => 'everyone',
  role: ({ role_names }) => `all ${listed(role_names.map((role) => roleNames[role]))}`,
  department: ({ department_ids }, departments) =>
    listed(department_ids.map((id) => departments.find((each) => each.id === id)?.name ?? 'a department')),
  users: ({ user_ids }) =>
    user_ids.length === 1 ? '1 person' : `${user_ids.length.toLocaleString('en')} people`,
};

/** Whom an announcement is for, in words that fit behind "to": "all students and faculty", "3 people". */
export function describeAudience(audience: Audience, departments: readonly DepartmentView[]): string {
  return words[audience.target_audience](audience.target_details, departments);
}

function listed(names: string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
