import { Badge } from '@/components/ui/badge';
import { useReachText } from '@/lib/client/announcement/reach-text';
import type { AnnouncementStatus } from '@/lib/contracts/http/announcement';

const tones = {
  draft: 'neutral',
  scheduled: 'warn',
  published: 'accent',
  expired: 'neutral',
  archived: 'neutral',
} as const satisfies Record<AnnouncementStatus, unknown>;

export function StatusBadge({ status }: { status: AnnouncementStatus }) {
  const text = useReachText().status;
  return <Badge tone={tones[status]}>{text[status]}</Badge>;
}
