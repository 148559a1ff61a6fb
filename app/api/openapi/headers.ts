import type { ApiResponse, Header, Parameter } from '@/lib/contracts/http/api-document';
import type { RouteDeclaration } from '../route-declaration';

/** Headers of answers, by their names in the document's components. */
export const answerHeaders = {
  'X-Correlation-Id': {
    description: 'The id of this request; it is in every log line and event that follows from it',
    schema: { type: 'string', minLength: 8, maxLength: 128 },
  },
  'RateLimit-Policy': {
    description: 'The limit that applies, as a structured field: `"read";q=3000;w=60` is 3000 in 60 seconds',
    schema: { type: 'string', examples: ['"read";q=3000;w=60'] },
  },
  RateLimit: {
    description: 'What is left, as a structured field: `"read";r=2999;t=60` is 2999 for the next 60 seconds',
    schema: { type: 'string', examples: ['"read";r=2999;t=60'] },
  },
  'Retry-After': {
    description: 'Seconds to wait before trying again',
    schema: { type: 'integer', minimum: 1 },
  },
  ETag: {
    description: 'The version of the representation, for If-Match and If-None-Match',
    schema: { type: 'string', examples: ['"v3"'] },
  },
  Location: { description: 'The path of what was made', schema: { type: 'string' } },
  'Idempotency-Replayed': {
    description: '`true` when this is the answer to the first request with this key',
    schema: { type: 'string', enum: ['true'] },
  },
} as const satisfies Record<string, Header>;

export type AnswerHeader = keyof typeof answerHeaders;

/** Headers of an answer, by reference to the document's components. */
export const referTo = (names: readonly AnswerHeader[]): NonNullable<ApiResponse['headers']> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** What a route reads from the request's headers. */
export function headerParameters(method: string, route: RouteDeclaration): Parameter[] {
  const found: Parameter[] = [];
  if (route.idempotent) {
    found.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description:
        'A name of your own for this request, such as a UUID. Sent again with the same body within 24 hours, it is not done again; the first answer is given.',
      schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]{1,200}$' },
    });
  }
  if (route.ifMatch === 'required' || route.ifMatch === 'optional') {
    found.push({
      name: 'If-Match',
      in: 'header',
      required: route.ifMatch === 'required',
      description: 'The ETag of the version this is a change of. When it is not the newest any more: 412.',
      schema: { type: 'string', pattern: '^"[!#-~]*"$', examples: ['"v3"'] },
    });
  }
  if (route.hasEtag && method === 'get') {
    found.push({
      name: 'If-None-Match',
      in: 'header',
      required: false,
      description: 'ETags you have already; when one is current: 304 without a body.',
      schema: { type: 'string', examples: ['"v3"'] },
    });
  }
  return found;
}
