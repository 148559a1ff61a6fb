import type { ApiMethod, ApiResponse, Operation, Parameter, Schema } from '@/lib/contracts/http/api-document';
import type { RouteDeclaration } from '../route-declaration';
import { exampleOf } from './example-of';
import { type AnswerHeader, headerParameters, referTo } from './headers';
import { knownProblems } from './known-problems';
import { problemResponses } from './problem-responses';
import { schemaOf } from './schema-of';

/** One route and method as OpenAPI says it. `path` has its parameters in braces. */
export function describeOperation(method: ApiMethod, path: string, route: RouteDeclaration): Operation {
  const body = route.body && schemaOf(route.body, 'input');
  const result = schemaOf(route.result, 'output');
  return {
    operationId: operationId(method, path),
    summary: route.summary,
    tags: [route.tag],
    security: securityOf(route),
    ...(typeof route.access === 'string' ? {} : { 'x-roles': route.access }),
    parameters: [
      ...parameters('path', route.params && schemaOf(route.params, 'input')),
      ...parameters('query', route.query && schemaOf(route.query, 'input')),
      ...headerParameters(method, route),
    ],
    ...(body
      ? {
          requestBody: {
            required: route.bodyOptional !== true,
            content: { 'application/json': { schema: body, example: exampleOf(body, false) } },
          },
        }
      : {}),
    responses: {
      ...successes(method, route, result),
      ...problemResponses(knownProblems(method, route), result, refer),
      ...headTooLarge,
    },
  };
}

function securityOf({ access }: RouteDeclaration): Operation['security'] {
  if (access === 'anyone') return [];
  return access === 'program' ? [{ program: [] }] : [{ session: [] }];
}

/** Said by the HTTP server itself, before there is a request to answer. */
const headTooLarge = {
  431: { description: 'Address and headers together are over 16 KiB; answered without a body' },
} as const;

/** `getAnnouncementsById` */
function operationId(method: ApiMethod, path: string): string {
  const words = path.replace(/^\/api\//, '').split(/[/.-]/);
  const named = words.map((word) => {
    const by = word.startsWith('{');
    const name = word.replaceAll(/[{}]/g, '');
    return `${by ? 'By' : ''}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  });
  return `${method}${named.join('')}`;
}

function parameters(place: 'path' | 'query', schema: Schema | undefined): Parameter[] {
  const required = new Set(schema?.required);
  return Object.entries(schema?.properties ?? {}).flatMap(([name, each]) => {
    if (typeof each === 'boolean') return [];
    const { description, ...rest } = each;
    const told = description === undefined ? {} : { description };
    return { name, in: place, required: place === 'path' || required.has(name), ...told, schema: rest };
  });
}

function successes(method: ApiMethod, route: RouteDeclaration, result: Schema): Record<string, ApiResponse> {
  const status = route.status ?? 200;
  const headers = refer([
    ...(route.hasEtag ? (['ETag'] as const) : []),
    ...(route.hasLocation ? (['Location'] as const) : []),
    ...(route.idempotent ? (['Idempotency-Replayed'] as const) : []),
  ]);
  const content = contentOf(route, result);
  const description = status === 201 ? 'Made' : 'Done';
  return {
    [status]: { description, headers, ...(status === 204 ? {} : { content }) },
    ...(route.hasEtag && method === 'get' ? { 304: { description: 'You have it already', headers } } : {}),
  };
}

function contentOf({ isFile, mediaType }: RouteDeclaration, result: Schema) {
  if (isFile) return { '*/*': { schema: { type: 'string', format: 'binary' } } };
  const example = mediaType ? {} : { example: exampleOf(result, true) };
  return { [mediaType ?? 'application/json']: { schema: result, ...example } };
}

const refer = (names: readonly AnswerHeader[]) =>
  referTo(['X-Correlation-Id', 'RateLimit-Policy', 'RateLimit', ...names]);
