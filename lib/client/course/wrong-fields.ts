import { ApiProblem } from '../http/api-problem';

/** The code of what the server refuses, by the field it stands at: `faculty` for `faculty.0.user_id`. */
export function wrongCodes(error: Error | null): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  if (!(error instanceof ApiProblem)) return codes;
  for (const { field, code } of error.errors) codes.set(field.split('.')[0] ?? field, code);
  if (error.code === 'catalogue.code_taken') codes.set('code', 'taken');
  if (error.code === 'course.section_taken') codes.set('section', 'taken');
  return codes;
}
