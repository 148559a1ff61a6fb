import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Role } from '@/lib/contracts/http/me';
import { DomainProblem } from '@/lib/domain/problem';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import { problemResponse } from './problem-response';
import { readJsonBody } from './read-json-body';
import { services, type WebServices } from './services';

export interface RouteInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly correlationId: string;
  readonly services: WebServices;
}

interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: P;
  readonly query?: Q;
  /** Without it no body is read. */
  readonly body?: B;
  readonly status?: number;
}

type NextHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

const NOTHING = z.unknown();
const CORRELATION_ID = /^[\w.:-]{8,128}$/;

/** A route for anybody. */
export function publicRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: RouteSpec<P, Q, B>,
  run: (input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>) => Promise<unknown>,
): NextHandler {
  return (request, context) => answer(request, context, spec, run);
}

/** A route for the signed-in, or only for some roles. What they may do with which object the domain decides. */
export function userRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: RouteSpec<P, Q, B> & { readonly access: 'signed-in' | readonly Role[] },
  run: (
    input: RouteInput<z.output<P>, z.output<Q>, z.output<B>> & { readonly user: SignedIn },
  ) => Promise<unknown>,
): NextHandler {
  return (request, context) =>
    answer(request, context, spec, run, async () => {
      const user = await services().authenticate(request.headers.get('cookie') ?? undefined);
      if (!user) throw new DomainProblem('auth.required');
      if (spec.access !== 'signed-in' && !spec.access.includes(user.role))
        throw new DomainProblem('auth.forbidden');
      return { user };
    });
}

/** Session, role, origin, then the shapes of path, query and body, then the work; every failure becomes a problem. */
async function answer<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, Who extends object>(
  request: Request,
  context: { params: Promise<unknown> },
  spec: RouteSpec<P, Q, B>,
  run: (input: RouteInput<z.output<P>, z.output<Q>, z.output<B>> & Who) => Promise<unknown>,
  judge?: () => Promise<Who>,
): Promise<Response> {
  const correlationId = correlationIdOf(request);
  const headers = { 'cache-control': 'no-store', 'x-correlation-id': correlationId };
  try {
    refuseForeignOrigin(request);
    const who: Who = judge ? await judge() : nobody<Who>();
    const url = new URL(request.url);
    const input = {
      params: (spec.params ?? NOTHING).parse(await context.params),
      query: (spec.query ?? NOTHING).parse(Object.fromEntries(url.searchParams)),
      body: spec.body ? spec.body.parse(await readJsonBody(request)) : undefined,
      correlationId,
      services: services(),
      ...who,
    };
    const result = await run(typed<P, Q, B, Who>(input));
    return Response.json(result, { status: spec.status ?? 200, headers });
  } catch (error) {
    return problemResponse(error, { correlationId, headers, method: request.method, url: request.url });
  }
}

/** A browser names the page a write comes from; a page of somebody else may not write with the visitor's cookie. */
function refuseForeignOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  if (origin !== null && !services().allowedOrigins.includes(origin))
    throw new DomainProblem('origin.foreign');
}

function correlationIdOf(request: Request): string {
  const given = request.headers.get('x-correlation-id') ?? request.headers.get('x-request-id');
  return given && CORRELATION_ID.test(given) ? given : randomUUID();
}

// The two places where a generic shape is put together at run time: the parts are parsed, but TypeScript cannot follow
// an optional schema of a generic type through `??`, nor an empty object as "whoever".
function typed<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, Who extends object>(
  input: unknown,
): RouteInput<z.output<P>, z.output<Q>, z.output<B>> & Who {
  return input as RouteInput<z.output<P>, z.output<Q>, z.output<B>> & Who;
}
const nobody = <Who extends object>(): Who => ({}) as Who;
