import type { QueryClient } from '@tanstack/react-query';
import type { Role } from '@/lib/contracts/http/me';

/** Whose cache it is: what tells which of a user's lists a pushed row belongs to. */
export interface CacheReader {
  readonly id: string;
  readonly role: Role;
  readonly departmentId: string | null;
}

const readers = new WeakMap<QueryClient, CacheReader>();

/** Said once, where the cache is made. */
export function setCacheReader(queryClient: QueryClient, reader: CacheReader): void {
  readers.set(queryClient, reader);
}

export function cacheReader(queryClient: QueryClient): CacheReader {
  const reader = readers.get(queryClient);
  if (!reader) throw new Error('the cache was not told whose it is');
  return reader;
}
