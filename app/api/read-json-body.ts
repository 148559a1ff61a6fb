import { DomainProblem } from '@/lib/domain/problem';

/** The largest body any route reads, in bytes. */
const LIMIT = 512 * 1024;

/** Reads a JSON body without ever holding more than the limit. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new DomainProblem('request.wrong_media_type');
  const text = await readLimited(request);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainProblem('request.malformed', { detail: error.message });
    throw error;
  }
}

async function readLimited(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > LIMIT) {
      await reader.cancel();
      throw new DomainProblem('request.too_large', { detail: `The limit is ${LIMIT} bytes` });
    }
    chunks.push(value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    if (error instanceof TypeError)
      throw new DomainProblem('request.malformed', { detail: 'The body is not UTF-8' });
    throw error;
  }
}
