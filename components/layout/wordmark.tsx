/** The name with its sign: a notice with its corner lifted. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2 text-md font-strong tracking-tight">
      <svg viewBox="0 0 20 20" className="size-5 text-accent" aria-hidden="true">
        <path d="M3 2h14v10.5L12.5 17H3z" fill="currentColor" />
        <path d="M12.5 17v-4.5H17" fill="var(--surface)" opacity=".55" />
        <path d="M6 6.5h8M6 10h5" stroke="var(--surface)" strokeWidth="1.5" />
      </svg>
      NimbusU
    </span>
  );
}
