/** The fields to come, in their places. */
export function WritingSkeleton({ label }: { label: string }) {
  return (
    <div
      role="status"
      aria-label={label}
      className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]"
    >
      <div className="grid content-start gap-5" aria-hidden="true">
        <div className="skeleton h-16" />
        <div className="skeleton h-96" />
      </div>
      <div className="grid content-start gap-5" aria-hidden="true">
        <div className="skeleton h-28" />
        <div className="skeleton h-16" />
        <div className="skeleton h-16" />
        <div className="skeleton h-9" />
      </div>
    </div>
  );
}
