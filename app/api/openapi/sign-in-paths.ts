import type { ApiDocument, Content, Operation, Schema } from '@/lib/contracts/http/api-document';
import type { ProblemCode } from '@/lib/contracts/http/problem';
import { type AnswerHeader, referTo } from './headers';
import { problemResponses } from './problem-responses';

const text = (description: string): Schema => ({ type: 'string', description });
const formOf = (properties: Record<string, Schema>): { required: true; content: Content } => ({
  required: true,
  content: {
    'application/x-www-form-urlencoded': {
      schema: { type: 'object', properties, required: Object.keys(properties) },
    },
  },
});
const csrfToken = text('From `GET /api/auth/csrf`; the cookie that came with it must come back too');
const json: Schema = { const: 'true', description: 'Answer with JSON instead of a redirect' };
const jsonAnswer = (properties: Record<string, Schema>): Content => ({
  'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } },
});
const setCookie = (description: string) => ({
  'Set-Cookie': { description, schema: { type: 'string' } as const },
});

/** What the door before next-auth refuses. */
const refusals = (...codes: readonly ProblemCode[]) =>
  problemResponses(
    [...codes, 'service.failed', 'service.unavailable'],
    {},
    (names: readonly AnswerHeader[]) => referTo(['X-Correlation-Id', ...names]),
  );

const csrf: Operation = {
  operationId: 'getCsrfToken',
  summary: 'The first step of signing in or out: a token',
  description:
    'Keep the cookie of the answer in a cookie jar and send it back with the next step. The token is good for this cookie alone.',
  tags: ['session'],
  security: [],
  parameters: [],
  responses: {
    200: {
      description: 'The token; its cookie comes along',
      headers: setCookie('The cookie the token belongs to'),
      content: jsonAnswer({ csrfToken: text('To be sent in the form') }),
    },
    ...refusals(),
  },
};

const signIn: Operation = {
  operationId: 'signIn',
  summary: 'Sign in',
  description:
    'The answer sets the session cookie; send it with every request from then on. A password that is wrong answers 401 and no cookie, and does not say whether the address exists.',
  tags: ['session'],
  security: [],
  parameters: [],
  requestBody: formOf({
    csrfToken,
    email: text('The address of the account'),
    password: text('Its password'),
    json,
  }),
  responses: {
    200: {
      description:
        'Signed in, when the cookie is set. Without a valid token: `url` leads to the sign-in page.',
      headers: setCookie('The session cookie'),
      content: jsonAnswer({ url: text('Where a browser would go on') }),
    },
    401: {
      description: 'No such account, or not this password',
      content: jsonAnswer({ url: text('The sign-in page, with `error`') }),
    },
    ...refusals('request.malformed', 'request.too_large', 'origin.foreign', 'auth.too_many_attempts'),
  },
};

const signOut: Operation = {
  operationId: 'signOut',
  summary: 'Sign out: the session ends on the server, its live connections are cut',
  tags: ['session'],
  security: [{ session: [] }],
  parameters: [],
  requestBody: formOf({ csrfToken, json }),
  responses: {
    200: {
      description: 'Signed out',
      headers: setCookie('Takes the session cookie away'),
      content: jsonAnswer({ url: text('Where a browser would go on') }),
    },
    ...refusals('request.malformed', 'request.too_large', 'origin.foreign'),
  },
};

/** Sign-in is next-auth's: its routes have no declaration of ours, so they are described here. */
export const signInPaths: ApiDocument['paths'] = {
  '/api/auth/csrf': { get: csrf },
  '/api/auth/callback/credentials': { post: signIn },
  '/api/auth/signout': { post: signOut },
};
