import * as z from 'zod';
import { alreadyHas } from './conditional-request';

/** What of a route's spec shapes its answer. */
interface AnswerSpec<R extends z.core.$ZodType> {
  readonly result: R;
  readonly etag?: (result: z.output<R>) => string;
  readonly location?: (result: z.output<R>) => string;
  readonly mediaType?: string;
  readonly fileName?: string;
  readonly cacheControl?: string;
}

/** The answer of a route that went well. `text` is the result's JSON when it is there already. */
export function resultResponse<R extends z.core.$ZodType>(
  request: Request,
  spec: AnswerSpec<R>,
  headers: Headers,
  answer: { result: z.output<R>; status: number; text?: string },
): Response {
  const { result, status } = answer;
  if (spec.location) headers.set('location', spec.location(result));
  if (spec.cacheControl) headers.set('cache-control', spec.cacheControl);
  if (spec.fileName) headers.set('content-disposition', `attachment; filename="${spec.fileName}"`);
  if (spec.etag) {
    const etag = `"${spec.etag(result)}"`;
    headers.set('etag', etag);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && alreadyHas(request.headers.get('if-none-match'), etag))
      return new Response(null, { status: 304, headers });
  }
  if (status === 204) return new Response(null, { status, headers });
  headers.set('content-type', spec.mediaType ?? 'application/json');
  const body = spec.mediaType ? String(result) : (answer.text ?? JSON.stringify(result));
  return new Response(body, { status, headers });
}

/** The ETag of something that should be a result of the route; `null` when it is not, or has none. */
export function quotedEtag<R extends z.core.$ZodType>(spec: AnswerSpec<R>, current: unknown): string | null {
  if (!spec.etag) return null;
  const parsed = z.safeParse(spec.result, current);
  return parsed.success ? `"${spec.etag(parsed.data)}"` : null;
}
