import type { Format } from '@/lib/client/text/create-format';
import type { Messages } from '@/lib/client/text/load-messages';
import type { TargetAudience, TargetDetails } from '@/lib/contracts/http/announcement';
import type { DepartmentView } from '@/lib/contracts/http/me';

interface Audience {
  target_audience: TargetAudience;
  target_details: TargetDetails;
}

interface Language {
  words: Messages['announcement']['audience'];
  format: Format;
}

type Describe = (
  details: TargetDetails,
  departments: readonly DepartmentView[],
  language: Language,
) => string;

const describers: Record<TargetAudience, Describe> = {
  all: (_details, _departments, { words }) => words.everyone,
  role: ({ role_names }, _departments, { words, format }) =>
    words.roles(format.list(role_names.map((role) => words.roleNames[role]))),
  department: ({ department_ids }, departments, { words, format }) =>
    format.list(
      department_ids.map((id) => departments.find((each) => each.id === id)?.name ?? words.aDepartment),
    ),
  course: ({ course_ids }, _departments, { words }) => words.courses(course_ids.length),
  users: ({ user_ids }, _departments, { words }) => words.people(user_ids.length),
  combined: (details, departments, language) => {
    const { words, format } = language;
    const roles = details.role_names.length > 0 && describers.role(details, departments, language);
    const places = details.department_ids.length > 0 && describers.department(details, departments, language);
    const courses = details.course_ids.length > 0 && describers.course(details, departments, language);
    const wide = roles && places ? words.rolesIn(roles, places) : roles || places;
    const group = wide && courses ? words.inCourses(wide, courses) : wide || courses;
    const people = details.user_ids.length > 0 && describers.users(details, departments, language);
    return format.list([group, people].filter((part) => part !== false));
  },
};

/** Whom an announcement is for, in words that fit behind "to": "all students and faculty", "3 people". */
export function describeAudience(
  audience: Audience,
  departments: readonly DepartmentView[],
  language: Language,
): string {
  return describers[audience.target_audience](audience.target_details, departments, language);
}
