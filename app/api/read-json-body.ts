import { DomainProblem } from '@/lib/domain/problem';
import { readLimitedText } from './read-limited-text';

/** The largest body a route reads that says no other, in bytes. */
const LIMIT = 512 * 1024;

/**
 * Reads a JSON body without ever holding more than the limit. Where it may be left out, none is `{}`: what comes over the
 * wire without a body still has one, an empty one, and some clients name a type for it.
 */
export async function readJsonBody(
  request: Request,
  isOptional: true | undefined,
  limit = LIMIT,
): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && !isOptional) throw new DomainProblem('request.wrong_media_type');
  const text = await readLimitedText(request, limit);
  if (isOptional && text === '') return {};
  if (type !== 'application/json') throw new DomainProblem('request.wrong_media_type');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainProblem('request.malformed', { detail: error.message });
    throw error;
  }
}
