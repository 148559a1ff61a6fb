import type { FieldError } from '@/lib/contracts/http/problem';

/** The client's own ways to fail, in the form of the server's. */
const clientProblems = {
  'network.unreachable': { status: 0, title: 'The server could not be reached', retriable: true },
  'answer.unreadable': { status: 0, title: 'The server answered something unexpected', retriable: true },
} as const;

export type ClientProblemCode = keyof typeof clientProblems;

interface ProblemParts {
  code: string;
  status: number;
  title: string;
  detail?: string;
  errors?: FieldError[];
  current?: unknown;
  correlationId?: string;
  retriable?: boolean;
  cause?: unknown;
}

/** A request that did not end well. `code` is from the problem catalogue, or one of the client's own. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  /** HTTP status, 0 when there was no answer. */
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  /** Of `precondition.failed`: the newest representation. Parse it with the schema of what was changed. */
  readonly current: unknown;
  readonly correlationId: string | undefined;
  /** Whether the same request may succeed later. */
  readonly retriable: boolean;

  constructor(parts: ProblemParts) {
    super(parts.detail ?? parts.title, { cause: parts.cause });
    this.code = parts.code;
    this.status = parts.status;
    this.title = parts.title;
    this.detail = parts.detail;
    this.errors = parts.errors ?? [];
    this.current = parts.current;
    this.correlationId = parts.correlationId;
    this.retriable = parts.retriable ?? false;
  }
}

export function ownProblem(code: ClientProblemCode, cause?: unknown, status = 0): ApiProblem {
  return new ApiProblem({ code, ...clientProblems[code], status, cause });
}
