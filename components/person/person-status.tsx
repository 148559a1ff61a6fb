import { Badge } from '@/components/ui/badge';
import { usePersonText } from '@/lib/client/person/person-text';
import type { PersonStatus as Status } from '@/lib/contracts/http/person';

const tones = { active: 'neutral', suspended: 'warn', deleted: 'danger' } as const;

export function PersonStatus({ status }: { status: Status }) {
  return <Badge tone={tones[status]}>{usePersonText().statuses[status]}</Badge>;
}
