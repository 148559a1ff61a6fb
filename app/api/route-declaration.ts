import type * as z from 'zod';
import type { ApiTag } from '@/lib/contracts/http/api-tags';
import type { Role } from '@/lib/contracts/http/me';
import type { ProblemCode } from '@/lib/contracts/http/problem';
import type { RequestDevice } from './request-device';
import type { WebServices } from './services';

/** What a route says of itself, once: the wrapper acts by it and the API's document is made from it. */
export interface RouteSpec<
  P extends z.core.$ZodType,
  Q extends z.core.$ZodType,
  B extends z.core.$ZodType,
  R extends z.core.$ZodType,
  M extends keyof Precondition,
> {
  /** One line for the API's document. */
  readonly summary: string;
  readonly tag: ApiTag;
  readonly params?: P;
  readonly query?: Q;
  /** Without it no body is read. */
  readonly body?: B;
  /** A request without a body means `{}`. */
  readonly bodyOptional?: true;
  /** The largest body it reads, when that is more than others read. */
  readonly bodyBytes?: number;
  /** The shape of the answer. For an answer without a body: `z.undefined()` and status 204. */
  readonly result: R;
  /** 200 when not said. */
  readonly status?: number;
  /** The problems its domain functions throw; those of the wrapper (session, shapes, limits) are known from the rest. */
  readonly problems?: readonly ProblemCode[];
  /** The opaque text of the answer's strong ETag; a row's version is told by {@link versionTag}. A GET answers 304 by it. */
  readonly etag?: (result: z.output<R>) => string;
  /** The version the client has seen, told by `If-Match`; the domain answers another one with `precondition.failed`. */
  readonly ifMatch?: M;
  /** Takes an `Idempotency-Key`: the work is one unit of work, and what that returns is the answer. */
  readonly idempotent?: true;
  /** The path of what was made, for the `Location` header. */
  readonly location?: (result: z.output<R>) => string;
  /** Also for those half in whom this is missing of their second factor. */
  readonly beforeSecondFactor?: 'code' | 'enrolment';
  /** Wants to know a browser again, whoever is signed in there: it is given a mark. */
  readonly knowsDevice?: true;
  /** Not JSON: the result is the text of a body of this type. */
  readonly mediaType?: 'text/csv; charset=utf-8' | 'text/calendar; charset=utf-8';
  /** Not JSON: the result is a `FileAnswer`, whose own type and name are told; a browser saves it. */
  readonly isFile?: true;
  /** The name under which a browser keeps the answer. */
  readonly fileName?: string;
  /** What may be done with the answer when that is not `no-store`. */
  readonly cacheControl?: string;
}

export interface Precondition {
  required: number;
  optional: number | null;
  none: null;
}

export interface RouteInput<Params, Query, Body, IfMatch> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly ifMatch: IfMatch;
  readonly correlationId: string;
  /** Where the request comes from. */
  readonly device: RequestDevice;
  /** What is kept of the browser's mark; empty where the route does not ask for it. */
  readonly deviceHash: string;
  readonly services: WebServices;
}

/** Who may call: anybody, a program that shows a secret, the signed-in, or only some roles. */
export type Access = 'anyone' | 'program' | 'signed-in' | readonly Role[];

/** A spec without its functions, as the document and the tests read it. */
export interface RouteDeclaration
  extends Omit<
    RouteSpec<z.core.$ZodType, z.core.$ZodType, z.core.$ZodType, z.core.$ZodType, keyof Precondition>,
    'etag' | 'location'
  > {
  readonly access: Access;
  readonly hasEtag: boolean;
  readonly hasLocation: boolean;
}

export interface RouteHandler {
  (request: Request, context: { params: Promise<unknown> }): Promise<Response>;
  readonly declaration: RouteDeclaration;
}
