'use client';

import { useText } from '@/lib/client/text/text-context';
import { Button } from './button';

interface LoadMoreProps {
  /** What an infinite query says of itself. */
  list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The way to what is not loaded yet; nothing at the end of the list. */
export function LoadMore({ list }: LoadMoreProps) {
  const text = useText().ui;
  if (!list.hasNextPage) return null;
  return (
    <div className="flex items-center gap-3 py-4">
      <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
        {list.isFetchingNextPage ? text.loading : text.loadOlder}
      </Button>
      {list.isFetchNextPageError && !list.isFetchingNextPage && (
        <p role="alert" className="text-danger">
          {text.loadFailed}
        </p>
      )}
    </div>
  );
}
