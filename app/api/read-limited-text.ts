import { DomainProblem } from '@/lib/domain/problem';

/** Reads a body without ever holding more than `limit` bytes of it. */
export async function readLimitedText(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new DomainProblem('request.too_large', { detail: `The limit is ${limit} bytes` });
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
