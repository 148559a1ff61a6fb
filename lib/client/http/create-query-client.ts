import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

const minute = 60_000;

/** One per signed-in user. `onSignedOut` is called when the server says the session is over. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (
      error instanceof ApiProblem &&
      (error.code === 'auth.required' || error.code === 'auth.second_factor_missing')
    )
      onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        // Pushes keep the lists right and each reconnection reloads them, so age alone is a weak reason to ask again.
        staleTime: 5 * minute,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The service worker may have an answer; and an action that cannot be done is refused, not held back unseen.
        networkMode: 'always',
        retry: (failures, error) => error instanceof ApiProblem && error.retriable && failures < 2,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/**
 * The user is gone, and the page about to be: nothing stays in the cache, and what is still drawn until then asks for
 * nothing any more. A row that is drawn once again would otherwise load its list anew, for nobody.
 */
export function closeCache(queryClient: QueryClient): void {
  queryClient.setDefaultOptions({ queries: { enabled: false } });
  queryClient.clear();
}
