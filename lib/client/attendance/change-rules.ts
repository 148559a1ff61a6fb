import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AttendanceRulesView } from '@/lib/contracts/http/attendance-rules';
import type { WriteAttendanceRules } from '@/lib/contracts/http/attendance-rules-requests';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/attendance-rules').then((module) => module.AttendanceRulesView);

/** `GET /api/attendance/rules` */
export function rulesOptions() {
  return queryOptions({
    queryKey: [...attendanceKeys.settings, 'rules'],
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/attendance/rules', { signal }),
    staleTime: 0,
  });
}

/** The rules as they are typed. */
export type RuleFields = Record<
  Exclude<keyof WriteAttendanceRules, 'tell_advisor' | 'tell_guardian'>,
  string
> &
  Pick<WriteAttendanceRules, 'tell_advisor' | 'tell_guardian'>;

export function fieldsOfRules(rules: AttendanceRulesView): RuleFields {
  return {
    warning_percentage: String(rules.warning_percentage),
    critical_percentage: String(rules.critical_percentage),
    minimum_sessions: String(rules.minimum_sessions),
    consecutive_absences: String(rules.consecutive_absences),
    late_points: String(rules.late_points),
    late_after_minutes: String(rules.late_after_minutes),
    open_early_minutes: String(rules.open_early_minutes),
    freeze_after_days: String(rules.freeze_after_days),
    tell_advisor: rules.tell_advisor,
    tell_guardian: rules.tell_guardian,
  };
}

/** What is no number is for the server to refuse, at its field. */
const numberOf = (typed: string): number | null =>
  typed.trim() === '' ? null : Number(typed.replace(',', '.'));

/** `PUT /api/attendance/rules` over the version that was seen. */
export function useChangeRules() {
  const queryClient = useQueryClient();
  const { queryKey } = rulesOptions();
  return useMutation({
    mutationFn: ({ fields, version }: { fields: RuleFields; version: number }) => {
      const body = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          typeof value === 'string' ? numberOf(value) : value,
        ]),
      );
      return requestJson(fetchShape, '/api/attendance/rules', {
        method: 'PUT',
        body,
        ifMatch: `v${version}`,
      });
    },
    onSuccess: (rules) => queryClient.setQueryData(queryKey, rules),
  });
}
