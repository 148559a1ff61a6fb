import type { LucideIcon } from 'lucide-react';

/** 16 px, 1.5 stroke. Without a `label` it stands beside words that say the same. */
export function Icon({
  of: Shape,
  label,
  className,
}: {
  of: LucideIcon;
  label?: string;
  className?: string;
}) {
  const name = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label };
  return <Shape size={16} strokeWidth={1.5} className={className ?? 'shrink-0'} {...name} />;
}
