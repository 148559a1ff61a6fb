import { type FieldError, Problem, problems } from '@/lib/contracts/http/problem';

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

  constructor(parts: ProblemParts) {
    super(parts.detail ?? parts.title, { cause: parts.cause });
    this.code = parts.code;
    this.status = parts.status;
    this.title = parts.title;
    this.detail = parts.detail;
    this.errors = parts.errors ?? [];
    this.current = parts.current;
    this.correlationId = parts.correlationId;
  }

  /** Whether the same request may succeed later. */
  get retriable(): boolean {
    return retriableCodes.has(this.code);
  }
}

const retriableCodes = new Set(
  Object.entries({ ...problems, ...clientProblems })
    .filter(([, problem]) => problem.retriable)
    .map(([code]) => code),
);

export function ownProblem(code: ClientProblemCode, cause?: unknown): ApiProblem {
  return new ApiProblem({ code, ...clientProblems[code], cause });
}

/** Reads the body of an answer outside 2xx. A body that is no problem (a proxy's page) is told by its status alone. */
export function problemOfAnswer(status: number, body: unknown): ApiProblem {
  const parsed = Problem.safeParse(body);
  if (!parsed.success) {
    const code = status >= 500 ? 'service.unavailable' : 'answer.unreadable';
    const title =
      status >= 500 ? problems['service.unavailable'].title : clientProblems['answer.unreadable'].title;
    return new ApiProblem({ code, status, title });
  }
  const { correlation_id, type: _type, ...parts } = parsed.data;
  return new ApiProblem({ ...parts, status, correlationId: correlation_id });
}
