import type { Priority } from '@/lib/contracts/http/announcement';
import { Badge } from './badge';

const shown: Record<Priority, { tone: 'warn' | 'danger'; label: string } | null> = {
  low: null,
  normal: null,
  high: { tone: 'warn', label: 'Important' },
  urgent: { tone: 'danger', label: 'Urgent' },
};

/** Says only what stands out. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  const badge = shown[priority];
  return badge && <Badge tone={badge.tone}>{badge.label}</Badge>;
}
