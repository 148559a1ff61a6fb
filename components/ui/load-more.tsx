'use client';

import { useText } from '@/lib/client/text/text-context';
import { Button } from './button';

interface LoadMoreProps {
  hasMore: boolean;
  isLoading: boolean;
  hasFailed: boolean;
  onLoad: () => void;
}

export function LoadMore({ hasMore, isLoading, hasFailed, onLoad }: LoadMoreProps) {
  const text = useText().ui;
  if (!hasMore) return null;
  return (
    <div className="flex items-center gap-3 py-4">
      <Button onClick={onLoad} disabled={isLoading}>
        {isLoading ? text.loading : text.loadOlder}
      </Button>
      {hasFailed && !isLoading && (
        <p role="alert" className="text-danger">
          {text.loadFailed}
        </p>
      )}
    </div>
  );
}
