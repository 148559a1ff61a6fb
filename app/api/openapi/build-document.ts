import {
  type ApiDocument,
  type ApiMethod,
  apiMethods,
  type Operation,
} from '@/lib/contracts/http/api-document';
import { apiTags } from '@/lib/contracts/http/api-tags';
import { Problem, problems } from '@/lib/contracts/http/problem';
import type { RouteDeclaration } from '../route-declaration';
import { describeOperation } from './describe-operation';
import { answerHeaders } from './headers';
import { schemaOf } from './schema-of';
import { signInPaths } from './sign-in-paths';

type Declarations = Readonly<Record<string, Partial<Record<ApiMethod, RouteDeclaration>>>>;

/** The OpenAPI 3.1 document of these routes, by their folders (`/api/announcements/[id]`). JSON data. */
export function buildDocument(
  routes: Declarations,
  place: { origin: string; sessionCookie: string },
): ApiDocument {
  const { properties, ...problem } = schemaOf(Problem, 'output');
  return {
    openapi: '3.1.1',
    info: {
      title: 'NimbusU',
      version: '1.0.0',
      description: INTRODUCTION,
    },
    servers: [{ url: place.origin }],
    tags: Object.entries(apiTags).map(([name, description]) => ({ name, description })),
    paths: { ...signInPaths, ...Object.fromEntries(Object.entries(routes).map(describePath)) },
    components: {
      schemas: {
        Problem: { ...problem, properties: { ...properties, code: { enum: Object.keys(problems) } } },
      },
      headers: answerHeaders,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: place.sessionCookie,
          description: 'Set by `POST /api/auth/callback/credentials`. A cookie jar does the rest.',
        },
        program: {
          type: 'http',
          scheme: 'bearer',
          description: 'A secret that whoever runs the portal has given to this program alone.',
        },
      },
    },
    'x-problems': problems,
  };
}

function describePath([folder, route]: [string, Declarations[string]]): [
  string,
  ApiDocument['paths'][string],
] {
  const path = folder.replaceAll(/\[(\w+)\]/g, '{$1}');
  const operations: Partial<Record<ApiMethod, Operation>> = {};
  for (const method of apiMethods) {
    const declaration = route[method];
    if (declaration) operations[method] = describeOperation(method, path, declaration);
  }
  return [path, operations];
}

const INTRODUCTION = `The portal's API: what the portal itself uses, for other programs too.

To sign in, keep a cookie jar: \`GET /api/auth/csrf\`, then \`POST /api/auth/callback/credentials\` as a form with its token. Every error is a problem by RFC 9457 whose \`code\` is from the catalogue \`x-problems\`. Lists go on from \`next_cursor\`; a cursor belongs to its list and filter. A post with an \`Idempotency-Key\` can be repeated without being done twice. What can be edited has an ETag, and an edit says with \`If-Match\` which version it is of. Requests are limited by user: see \`RateLimit\`.`;
