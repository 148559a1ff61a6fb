import * as z from 'zod';
import { FileAnswer } from '@/lib/contracts/http/file-answer';
import { alreadyHas } from './conditional-request';

/** What of a route's spec shapes its answer. */
interface AnswerSpec<R extends z.core.$ZodType> {
  readonly result: R;
  readonly etag?: (result: z.output<R>) => string;
  readonly location?: (result: z.output<R>) => string;
  readonly mediaType?: string;
  readonly isFile?: true;
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
  if (spec.isFile) return fileResponse(z.parse(FileAnswer, result), status, headers);
  headers.set('content-type', spec.mediaType ?? 'application/json');
  const body = spec.mediaType ? String(result) : (answer.text ?? JSON.stringify(result));
  return new Response(body, { status, headers });
}

/**
 * A file is saved and never shown: what somebody sent in must not run here. Its name goes as RFC 6266 has it, in letters
 * that every header takes and then as it is.
 */
function fileResponse({ name, media_type, content }: FileAnswer, status: number, headers: Headers): Response {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  headers.set('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${whole}`);
  headers.set('content-type', media_type);
  headers.set('x-content-type-options', 'nosniff');
  return new Response(new Uint8Array(content), { status, headers });
}

/** The ETag of something that should be a result of the route; `null` when it is not, or has none. */
export function quotedEtag<R extends z.core.$ZodType>(spec: AnswerSpec<R>, current: unknown): string | null {
  if (!spec.etag) return null;
  const parsed = z.safeParse(spec.result, current);
  return parsed.success ? `"${spec.etag(parsed.data)}"` : null;
}
