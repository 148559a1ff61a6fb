import type { Role } from '@/lib/contracts/http/me';
import type { ChosenAudience } from './announcement-form';

/** One part of an audience, as it is chosen and shown. */
export type AudienceChoice = { name: string; detail?: string } & (
  | { kind: 'all'; id: 'all' }
  | { kind: 'role'; id: Role }
  | { kind: 'department' | 'course' | 'users'; id: string }
);

/** Everybody and some of them exclude each other: the newest choice counts, and the parts come back with it. */
export function withChoice(audience: ChosenAudience, choice: AudienceChoice): ChosenAudience {
  const { role_names, department_ids, courses, people } = audience;
  switch (choice.kind) {
    case 'all':
      return { ...audience, everyone: true };
    case 'role':
      return { ...audience, everyone: false, role_names: [...role_names, choice.id] };
    case 'department':
      return { ...audience, everyone: false, department_ids: [...department_ids, choice.id] };
    case 'course':
      return { ...audience, everyone: false, courses: [...courses, { id: choice.id, name: choice.name }] };
    case 'users':
      return { ...audience, everyone: false, people: [...people, { id: choice.id, name: choice.name }] };
  }
}

export function withoutChoice(audience: ChosenAudience, { kind, id }: AudienceChoice): ChosenAudience {
  const { role_names, department_ids, courses, people } = audience;
  const parts = {
    all: { everyone: false },
    role: { role_names: role_names.filter((each) => each !== id) },
    department: { department_ids: department_ids.filter((each) => each !== id) },
    course: { courses: courses.filter((each) => each.id !== id) },
    users: { people: people.filter((each) => each.id !== id) },
  };
  return { ...audience, ...parts[kind] };
}

export const isChosen = (audience: ChosenAudience, { kind, id }: AudienceChoice): boolean =>
  ({
    all: () => audience.everyone,
    role: () => audience.role_names.some((each) => each === id),
    department: () => audience.department_ids.includes(id),
    course: () => audience.courses.some((course) => course.id === id),
    users: () => audience.people.some((each) => each.id === id),
  })[kind]();

interface Names {
  everyone: string;
  roles: Readonly<Record<Role, string>>;
  /** What is shown for somebody or something whose name has not come. */
  somebody: string;
}

/** The chosen parts, in the order they are said in. While it is for everybody that is the only one. */
export function choicesOf(
  audience: ChosenAudience,
  departments: readonly { id: string; name: string }[],
  names: Names,
): AudienceChoice[] {
  if (audience.everyone) return [{ kind: 'all', id: 'all', name: names.everyone }];
  return [
    ...audience.role_names.map((id) => ({ kind: 'role' as const, id, name: names.roles[id] })),
    ...audience.department_ids.map((id) => ({
      kind: 'department' as const,
      id,
      name: departments.find((each) => each.id === id)?.name ?? names.somebody,
    })),
    ...audience.courses.map(({ id, name }) => ({
      kind: 'course' as const,
      id,
      name: name || names.somebody,
    })),
    ...audience.people.map(({ id, name }) => ({ kind: 'users' as const, id, name: name || names.somebody })),
  ];
}
