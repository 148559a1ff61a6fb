import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Changes the cached data of every query under `key` in place. Unlike `setQueryData` alone it keeps what the cache
 * knows about its last fetch: patched data is no fresher than it was, and an invalidated query stays so.
 */
export function patchQueries<T>(
  queryClient: QueryClient,
  key: QueryKey,
  patch: (data: T, key: QueryKey) => T,
): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: key })) {
    const { dataUpdatedAt, isInvalidated } = query.state;
    const data = queryClient.getQueryData<T>(query.queryKey);
    if (data === undefined) continue;
    const patched = patch(data, query.queryKey);
    if (patched === data) continue;
    queryClient.setQueryData<T>(query.queryKey, patched, { updatedAt: dataUpdatedAt });
    if (isInvalidated) query.invalidate();
  }
}
