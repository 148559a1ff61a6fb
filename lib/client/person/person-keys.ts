import type { AuditQuery } from '@/lib/contracts/http/audit-requests';
import type { PersonFilter } from '@/lib/contracts/http/person-requests';

export type AuditFilter = Partial<
  Pick<AuditQuery, 'actor_id' | 'subject_id' | 'action' | 'query' | 'since' | 'until'>
>;

/** Query keys of what administrators see of people; what is searched to address somebody is kept apart. */
export const personKeys = {
  all: ['persons'],
  list: (filter: Partial<PersonFilter>) => ['persons', 'list', filter],
  detail: (id: string) => ['persons', 'detail', id],
  sessions: (id: string) => ['persons', 'sessions', id],
  audit: (filter: AuditFilter) => ['persons', 'audit', filter],
} as const;
