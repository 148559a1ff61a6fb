import type { ApiResponse, Schema } from '@/lib/contracts/http/api-document';
import { type ProblemCode, problems } from '@/lib/contracts/http/problem';
import type { AnswerHeader } from './headers';

/** An example of a problem with this code. */
const exampleProblem = (code: ProblemCode) => ({
  type: `urn:nimbusu:problem:${code}`,
  title: problems[code].title,
  status: problems[code].status,
  code,
  correlation_id: '6c84fb90-12c4-4fd1-9d5a-3d2f6f1b8a07',
});

const headersOf: Partial<Record<ProblemCode, readonly AnswerHeader[]>> = {
  'precondition.failed': ['ETag'],
  'idempotency.in_progress': ['Retry-After'],
  'rate.limited': ['Retry-After'],
  'auth.too_many_attempts': ['Retry-After'],
  'service.unavailable': ['Retry-After'],
};

/** The answers a route gives when it cannot do what was asked, by status. `result` is what an edit would have answered. */
export function problemResponses(
  codes: readonly ProblemCode[],
  result: Schema,
  refer: (names: readonly AnswerHeader[]) => NonNullable<ApiResponse['headers']>,
): Record<string, ApiResponse> {
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => problems[code].status === status);
      const [first] = here;
      const properties = {
        code: { enum: here },
        ...(here.includes('precondition.failed') ? { current: result } : {}),
      };
      return [
        String(status),
        {
          description: here.map((code) => problems[code].title).join('; or: '),
          headers: refer(here.flatMap((code) => headersOf[code] ?? [])),
          content: {
            'application/problem+json': {
              schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties }] },
              ...(first ? { example: exampleProblem(first) } : {}),
            },
          },
          'x-problem-codes': here,
        },
      ];
    }),
  );
}
