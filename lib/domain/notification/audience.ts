import { noTarget, type TargetAudience } from '@/lib/contracts/http/announcement';
import type { Role } from '@/lib/contracts/http/me';
import { inCourses } from '../course/queries';

/** Whom a notification is for, by this database's ids. */
export interface Audience {
  readonly target_audience: TargetAudience;
  readonly role_names: readonly Role[];
  readonly department_ids: readonly string[];
  readonly course_ids: readonly string[];
  readonly user_ids: readonly string[];
}

/** These people and nobody else. */
export const onlyUsers = (user_ids: readonly string[]) => ({
  target_audience: 'users' as const,
  ...noTarget(),
  user_ids: [...user_ids],
});

/** Who is in an audience, as SQL over `app_user`; its parameters, {@link audienceParameters}, stand from `$first` on. */
export const inAudience = (first: number) => `(
  app_user.status = 'active'
  AND CASE $${first}
    WHEN 'all' THEN true
    WHEN 'role' THEN app_user.role = ANY ($${first + 1}::role[])
    WHEN 'department' THEN app_user.department_id = ANY ($${first + 2}::uuid[])
    WHEN 'course' THEN ${inCourses('app_user.id', first + 3)}
    WHEN 'users' THEN app_user.id = ANY ($${first + 4}::uuid[])
    WHEN 'combined' THEN app_user.id = ANY ($${first + 4}::uuid[]) OR (
      cardinality($${first + 1}::role[]) + cardinality($${first + 2}::uuid[]) + cardinality($${first + 3}::uuid[]) > 0
      AND (cardinality($${first + 1}::role[]) = 0 OR app_user.role = ANY ($${first + 1}::role[]))
      AND (cardinality($${first + 2}::uuid[]) = 0 OR app_user.department_id = ANY ($${first + 2}::uuid[]))
      AND (cardinality($${first + 3}::uuid[]) = 0 OR ${inCourses('app_user.id', first + 3)}))
  END)`;

export const audienceParameters = (audience: Audience) => [
  audience.target_audience,
  audience.role_names,
  audience.department_ids,
  audience.course_ids,
  audience.user_ids,
];
