import { Button } from './button';

interface LoadMoreProps {
  hasMore: boolean;
  isLoading: boolean;
  hasFailed: boolean;
  onLoad: () => void;
}

export function LoadMore({ hasMore, isLoading, hasFailed, onLoad }: LoadMoreProps) {
  if (!hasMore) return null;
  return (
    <div className="flex items-center gap-3 py-4">
      <Button onClick={onLoad} disabled={isLoading}>
        {isLoading ? 'Loading…' : 'Load older'}
      </Button>
      {hasFailed && !isLoading && (
        <p role="alert" className="text-danger">
          That did not work. Try again.
        </p>
      )}
    </div>
  );
}
