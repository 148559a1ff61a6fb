import { ListSkeleton } from '@/components/ui/list-states';

const bars = ['targeted', 'delivered', 'seen', 'acknowledged'];

/** The shape of a board: its title, four numbers with their bars, and rows of people. */
export function ReachSkeleton({ label }: { label: string }) {
  return (
    <div className="grid gap-9">
      <div aria-hidden="true">
        <div className="skeleton mb-4 h-7 w-2/5" />
        <div className="skeleton mb-6 h-5 w-1/3" />
        <div className="grid grid-cols-2 gap-x-6 gap-y-5 md:grid-cols-4">
          {bars.map((bar) => (
            <div key={bar} className="grid gap-1.5">
              <div className="skeleton h-5 w-20" />
              <div className="skeleton h-8.5 w-24" />
              <div className="skeleton h-1.5 w-full" />
            </div>
          ))}
        </div>
      </div>
      <ListSkeleton label={label} rows={4} />
    </div>
  );
}
