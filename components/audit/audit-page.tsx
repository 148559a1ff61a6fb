'use client';

import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { Select } from '@/components/ui/controls';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { usePersonText } from '@/lib/client/person/person-text';
import { AuditRows } from './audit-rows';

/** Who changed what in the university; by whom and what, in the address. */
export function AuditPage() {
  const text = usePersonText();
  const { get, set } = useAddressFilter();
  const [action, actor_id, subject_id] = [get('action'), get('actor'), get('subject')];
  return (
    <>
      <BackLink href="/admin/people">{text.title}</BackLink>
      <PageHeader title={text.auditTitle} />
      <div className="mb-4 max-w-64">
        <Select
          aria-label={text.auditWhat}
          value={action}
          onChange={(event) => set({ action: event.target.value })}
        >
          <option value="">
            {text.auditWhat}: {text.all}
          </option>
          {Object.entries(text.actions).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      {(actor_id !== '' || subject_id !== '') && (
        <p className="mb-4">
          {text.auditFiltered}{' '}
          <button
            type="button"
            className="py-2 text-accent hover:underline"
            onClick={() => set({ actor: '', subject: '' })}
          >
            {text.auditAll}
          </button>
        </p>
      )}
      <StaleNote />
      <AuditRows
        filter={{
          ...(action && { action }),
          ...(actor_id && { actor_id }),
          ...(subject_id && { subject_id }),
        }}
      />
    </>
  );
}
