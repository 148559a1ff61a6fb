'use client';

import { useText } from '@/lib/client/text/text-context';
import type { Priority } from '@/lib/contracts/http/announcement';
import { Badge } from './badge';

const shown = {
  low: null,
  normal: null,
  high: { tone: 'warn', label: 'high' },
  urgent: { tone: 'danger', label: 'urgent' },
} as const satisfies Record<Priority, unknown>;

/** Says only what stands out. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  const text = useText().ui.priority;
  const badge = shown[priority];
  return badge && <Badge tone={badge.tone}>{text[badge.label]}</Badge>;
}
