import { createRequire } from 'node:module';
import { vi } from 'vitest';

const nextHeaders: typeof import('next/headers') = createRequire(import.meta.url)('next/headers');

/** next-auth asks Next for the headers and cookies of the request it answers; outside of Next's server, they are these. */
export async function asNextRequest<T>(request: Request, work: () => Promise<T>): Promise<T> {
  const { RequestCookies } = await import('next/dist/server/web/spec-extension/cookies');
  const spies = [
    vi.spyOn(nextHeaders, 'headers').mockResolvedValue(request.headers),
    vi.spyOn(nextHeaders, 'cookies').mockResolvedValue(Object.assign(new RequestCookies(request.headers))),
  ];
  try {
    return await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
