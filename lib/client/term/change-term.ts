import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { TermView } from '@/lib/contracts/http/course';
import { momentOf, zonedValue } from '../announcement/zoned-time';
import { reloadCourses } from '../course/cache-courses';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.TermView);
const fetchCopied = () => import('@/lib/contracts/http/course').then((module) => module.CopiedTerm);

/** A term as it is typed; its moments as times of the university. */
export type TermFields = Readonly<
  Record<'code' | 'name' | 'academic_year' | 'starts_on' | 'ends_on' | TermMoment, string>
>;
export const termMoments = ['enrollment_opens_at', 'enrollment_closes_at', 'drop_closes_at'] as const;
export type TermMoment = (typeof termMoments)[number];

export const emptyTerm: TermFields = {
  code: '',
  name: '',
  academic_year: '',
  starts_on: '',
  ends_on: '',
  enrollment_opens_at: '',
  enrollment_closes_at: '',
  drop_closes_at: '',
};

export function fieldsOfTerm(term: TermView, zone: string): TermFields {
  const moment = (name: TermMoment) => (term[name] === null ? '' : zonedValue(term[name], zone));
  return {
    code: term.code,
    name: term.name,
    academic_year: String(term.academic_year),
    starts_on: term.starts_on,
    ends_on: term.ends_on,
    enrollment_opens_at: moment('enrollment_opens_at'),
    enrollment_closes_at: moment('enrollment_closes_at'),
    drop_closes_at: moment('drop_closes_at'),
  };
}

const bodyOf = (fields: TermFields, zone: string) => ({
  ...fields,
  // What is no number is for the server to refuse, at its field.
  academic_year: fields.academic_year.trim() === '' ? null : Number(fields.academic_year),
  enrollment_opens_at: momentOf(fields.enrollment_opens_at, zone),
  enrollment_closes_at: momentOf(fields.enrollment_closes_at, zone),
  drop_closes_at: momentOf(fields.drop_closes_at, zone),
});

interface Save {
  fields: TermFields;
  /** The university's. */
  zone: string;
  over: TermView | null;
  key: string;
}

/** `POST /api/terms`, once for a key, or `PUT /api/terms/{id}` over the version that was seen. */
export function useSaveTerm() {
  const reload = useReload();
  return useMutation({
    mutationFn: ({ fields, zone, over, key }: Save) => {
      const body = bodyOf(fields, zone);
      return over
        ? requestJson(fetchShape, `/api/terms/${over.id}`, {
            method: 'PUT',
            body,
            ifMatch: `v${over.version}`,
          })
        : requestJson(fetchShape, '/api/terms', { method: 'POST', body, idempotencyKey: key });
    },
    onSettled: reload,
  });
}

/** `DELETE /api/terms/{id}` */
export function useDeleteTerm({ id, version }: TermView) {
  return useMutation({
    mutationFn: () =>
      requestJson(anyAnswer, `/api/terms/${id}`, { method: 'DELETE', ifMatch: `v${version}` }),
    onSettled: useReload(),
  });
}

const copy = (id: string, body: { into_term_id: string; dry_run: boolean }, signal?: AbortSignal) =>
  requestJson(fetchCopied, `/api/terms/${id}/copy`, { method: 'POST', body, ...(signal && { signal }) });

/** `POST /api/terms/{id}/copy` as a dry run: how many courses would come. */
export function copyPreviewOptions(id: string, into: string) {
  return queryOptions({
    queryKey: ['term-copies', id, into],
    queryFn: ({ signal }) => copy(id, { into_term_id: into, dry_run: true }, signal),
    enabled: into !== '',
    staleTime: 0,
  });
}

/** `POST /api/terms/{id}/copy` */
export function useCopyTerm(id: string) {
  return useMutation({
    mutationFn: (into: string) => copy(id, { into_term_id: into, dry_run: false }),
    onSettled: useReload(),
  });
}

function useReload(): () => void {
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: ['terms'] });
    reloadCourses(queryClient);
  };
}
