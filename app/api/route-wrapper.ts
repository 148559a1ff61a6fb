import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { SESSION_MARK } from '@/lib/contracts/offline/kept';
import { DomainProblem } from '@/lib/domain/problem';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import { sessionMark } from '@/lib/infra/auth/session-mark';
import { readDeviceMark } from '@/lib/infra/http/device-mark';
import { withOrigin } from '@/lib/infra/outbox/unit-of-work';
import { readIfMatch } from './conditional-request';
import { keyedRequest, runOnce } from './idempotent-request';
import { problemResponse } from './problem-response';
import { readJsonBody } from './read-json-body';
import { refuseForeignOrigin } from './refuse-foreign-origin';
import { requestDevice } from './request-device';
import { quotedEtag, resultResponse } from './result-response';
import type { Access, Precondition, RouteHandler, RouteInput, RouteSpec } from './route-declaration';
import { services, type WebServices } from './services';
import { showsSecret } from './shows-secret';
import { toldPath } from './told-path';

const NOTHING = z.unknown();
const CORRELATION_ID = /^[\w.:-]{8,128}$/;

/** A route for anybody. */
export function publicRoute<
  P extends z.core.$ZodType,
  Q extends z.core.$ZodType,
  B extends z.core.$ZodType,
  R extends z.core.$ZodType,
  M extends keyof Precondition = 'none',
>(
  spec: RouteSpec<P, Q, B, R, M>,
  run: (input: RouteInput<z.output<P>, z.output<Q>, z.output<B>, Precondition[M]>) => Promise<z.output<R>>,
): RouteHandler {
  return declare(spec, 'anyone', (request, context) =>
    answer(request, context, spec, run, async (headers) => {
      await countRequest(request, undefined, headers);
      return nobody();
    }),
  );
}

/** A route for a program that shows a secret of the environment as a bearer token. Where none is set, nobody may. */
export function programRoute<
  P extends z.core.$ZodType,
  Q extends z.core.$ZodType,
  B extends z.core.$ZodType,
  R extends z.core.$ZodType,
  M extends keyof Precondition = 'none',
>(
  spec: RouteSpec<P, Q, B, R, M> & { readonly secret: keyof WebServices['programSecrets'] },
  run: (input: RouteInput<z.output<P>, z.output<Q>, z.output<B>, Precondition[M]>) => Promise<z.output<R>>,
): RouteHandler {
  return declare(spec, 'program', (request, context) =>
    answer(request, context, spec, run, async (headers) => {
      await countRequest(request, undefined, headers);
      if (!showsSecret(request.headers, services().programSecrets[spec.secret]))
        throw new DomainProblem('auth.required');
      return nobody();
    }),
  );
}

/** A route for the signed-in, or only for some roles. What they may do with which object the domain decides. */
export function userRoute<
  P extends z.core.$ZodType,
  Q extends z.core.$ZodType,
  B extends z.core.$ZodType,
  R extends z.core.$ZodType,
  M extends keyof Precondition = 'none',
>(
  spec: RouteSpec<P, Q, B, R, M> & { readonly access: Exclude<Access, 'anyone' | 'program'> },
  run: (
    input: RouteInput<z.output<P>, z.output<Q>, z.output<B>, Precondition[M]> & { readonly user: SignedIn },
  ) => Promise<z.output<R>>,
): RouteHandler {
  return declare(spec, spec.access, (request, context) =>
    answer(request, context, spec, run, async (headers) => {
      const cookie = request.headers.get('cookie') ?? undefined;
      const full = await services().authenticate(cookie);
      const half = full ? null : await services().authenticateHalf(cookie);
      const user = half && half.missing === spec.beforeSecondFactor ? half.user : full;
      await countRequest(request, user?.userId, headers);
      if (!user && half) throw new DomainProblem('auth.second_factor_missing');
      if (!user) throw new DomainProblem('auth.required');
      if (spec.access !== 'signed-in' && !spec.access.includes(user.role))
        throw new DomainProblem('auth.forbidden');
      markSession(request, headers);
      return { user };
    }),
  );
}

/** Origin, session, limit and role, then the shapes of path, query, headers and body, then the work; every failure becomes a problem. */
async function answer<
  P extends z.core.$ZodType,
  Q extends z.core.$ZodType,
  B extends z.core.$ZodType,
  R extends z.core.$ZodType,
  M extends keyof Precondition,
  Who extends { readonly user?: SignedIn },
>(
  request: Request,
  context: { params: Promise<unknown> },
  spec: RouteSpec<P, Q, B, R, M>,
  run: (
    input: RouteInput<z.output<P>, z.output<Q>, z.output<B>, Precondition[M]> & Who,
  ) => Promise<z.output<R>>,
  judge: (headers: Headers) => Promise<Who>,
): Promise<Response> {
  const correlationId = correlationIdOf(request);
  const origin = originOf(request);
  const headers = new Headers({ 'cache-control': 'no-store', 'x-correlation-id': correlationId });
  try {
    refuseForeignOrigin(request, services().allowedOrigins);
    const who = await judge(headers);
    const parts = await readParts(request, context, spec);
    const device = requestDevice(request.headers);
    const deviceHash = spec.knowsDevice ? markDevice(request, headers) : '';
    const runWith = (unitOfWork: WebServices['unitOfWork']) => {
      const traced = withOrigin(unitOfWork, origin);
      const input = {
        ...parts,
        correlationId,
        device,
        deviceHash,
        services: { ...services(), unitOfWork: traced },
        ...who,
      };
      return run(typed<RouteInput<z.output<P>, z.output<Q>, z.output<B>, Precondition[M]> & Who>(input));
    };
    const { unitOfWork } = services();
    const status = spec.status ?? 200;
    const keyed = spec.idempotent && who.user && keyedRequest(request, who.user.userId, parts.body);
    if (!keyed) return resultResponse(request, spec, headers, { status, result: await runWith(unitOfWork) });
    const parse = (value: unknown) => z.parse(spec.result, value);
    const once = await runOnce(keyed, { unitOfWork, status, parse, run: runWith });
    if (once.replayed) headers.set('idempotency-replayed', 'true');
    return resultResponse(request, spec, headers, once);
  } catch (error) {
    const { method, url } = request;
    const etagOf = (current: unknown) => quotedEtag(spec, current);
    return problemResponse(error, { correlationId, headers, method, url, etagOf });
  }
}

async function readParts<
  P extends z.core.$ZodType,
  Q extends z.core.$ZodType,
  B extends z.core.$ZodType,
  R extends z.core.$ZodType,
  M extends keyof Precondition,
>(request: Request, context: { params: Promise<unknown> }, spec: RouteSpec<P, Q, B, R, M>) {
  const { searchParams } = new URL(request.url);
  const demand: keyof Precondition = spec.ifMatch ?? 'none';
  return {
    params: z.parse(spec.params ?? NOTHING, await context.params),
    query: z.parse(spec.query ?? NOTHING, Object.fromEntries(searchParams)),
    ifMatch: demand === 'none' ? null : readIfMatch(request.headers.get('if-match'), demand),
    body: spec.body
      ? z.parse(spec.body, await readJsonBody(request, spec.bodyOptional, spec.bodyBytes))
      : undefined,
  };
}

/** Whose answer it is, for the service worker. */
function markSession(request: Request, headers: Headers): void {
  const mark = sessionMark(request.headers.get('cookie'), services().secureCookies);
  if (mark !== null) headers.set(SESSION_MARK, mark);
}

/** Knows the browser again, or gives it a mark to be known by. */
function markDevice(request: Request, headers: Headers): string {
  const { hash, setCookie } = readDeviceMark(request.headers.get('cookie'), services().secureCookies);
  if (setCookie !== null) headers.append('set-cookie', setCookie);
  return hash;
}

/** What is left is told with every answer, also with a refusal. @throws {DomainProblem} `rate.limited` */
async function countRequest(request: Request, userId: string | undefined, headers: Headers): Promise<void> {
  const counted = await services().rateLimits.count(request, userId);
  for (const [name, value] of Object.entries(counted.headers)) headers.set(name, value);
  if (counted.retryAfterSeconds !== null)
    throw new DomainProblem('rate.limited', { retryAfterSeconds: counted.retryAfterSeconds });
}

/** What the request's events tell of it, for whoever traces them: the path, not the query, which may name people. */
function originOf({ method, url }: Request): Record<string, string> {
  return { requested_at: new Date().toISOString(), request: `${method} ${toldPath(url)}` };
}

function correlationIdOf(request: Request): string {
  const given = request.headers.get('x-correlation-id') ?? request.headers.get('x-request-id');
  return given && CORRELATION_ID.test(given) ? given : randomUUID();
}

/** The handler, with what the API's document needs to know of it. */
function declare<
  P extends z.core.$ZodType,
  Q extends z.core.$ZodType,
  B extends z.core.$ZodType,
  R extends z.core.$ZodType,
  M extends keyof Precondition,
>(
  spec: RouteSpec<P, Q, B, R, M>,
  access: Access,
  handler: (request: Request, context: { params: Promise<unknown> }) => Promise<Response>,
): RouteHandler {
  const { etag, location, ...told } = spec;
  const declaration = { ...told, access, hasEtag: etag !== undefined, hasLocation: location !== undefined };
  return Object.assign(handler, { declaration });
}

// The two places where a generic shape is put together at run time: the parts are parsed, but TypeScript cannot follow
// an optional schema of a generic type through `??`, nor an empty object as "whoever".
function typed<Input>(input: unknown): Input {
  return input as Input;
}
const nobody = (): { readonly user?: SignedIn } => ({});
