/** The desk before its own code is here: the room it takes, so that nothing jumps. */
export function DeskSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-3">
      <div className="skeleton h-7 w-40" />
      <div className="skeleton h-5 w-96 max-w-full" />
      <div className="h-[60dvh] border-t">
        {Array.from({ length: 12 }, (_, row) => row).map((row) => (
          <div key={row} className="flex h-8 items-center gap-3 border-b px-3">
            <div className="skeleton h-3 w-20" />
            <div className="skeleton h-3 grow" />
          </div>
        ))}
      </div>
    </div>
  );
}
