'use client';

import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { readZonedTime } from '@/lib/client/announcement/zoned-time';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { usePersonText } from '@/lib/client/person/person-text';
import { useFormat } from '@/lib/client/text/text-context';
import { AuditRows } from './audit-rows';

/** Who changed what in the university; by whom, what and when, in the address. */
export function AuditPage() {
  const text = usePersonText();
  const { timeZone } = useFormat();
  const { get, set } = useAddressFilter();
  const [action, actor_id, subject_id, query] = [get('action'), get('actor'), get('subject'), get('q')];
  const since = startOfDay(get('from'), timeZone);
  const until = startOfDay(dayAfter(get('to')), timeZone);
  return (
    <>
      <BackLink href="/admin/people">{text.title}</BackLink>
      <PageHeader title={text.auditTitle} />
      <Filters />
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
          ...(query && { query }),
          ...(since && { since }),
          ...(until && { until }),
        }}
      />
    </>
  );
}

function Filters() {
  const text = usePersonText();
  const { get, set } = useAddressFilter();
  const days = [
    ['from', text.auditSince],
    ['to', text.auditUntil],
  ] as const;
  return (
    <div className="mb-4 grid items-end gap-3 md:grid-cols-[minmax(0,1fr)_14rem_10rem_10rem]">
      <SearchField
        label={text.auditFind}
        placeholder={text.auditFindHint}
        value={get('q')}
        onSearch={(q) => set({ q })}
      />
      <Select
        aria-label={text.auditWhat}
        value={get('action')}
        onChange={(event) => set({ action: event.target.value })}
      >
        <option value="">
          {text.auditWhat}: {text.all}
        </option>
        <Options words={text.auditKinds} />
        <optgroup label={text.auditSingle}>
          <Options words={text.actions} />
        </optgroup>
      </Select>
      {days.map(([name, label]) => (
        <Field key={name} label={label}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={get(name)}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function Options({ words }: { words: Readonly<Record<string, string>> }) {
  return Object.entries(words).map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

/** The first moment of a day of the reader's zone; `null` for what is no day. */
function startOfDay(day: string, zone: string): string | null {
  if (day === '') return null;
  const time = readZonedTime(`${day}T00:00`, zone);
  if (time.kind === 'moment') return time.at;
  return time.kind === 'skipped' ? time.instead : null;
}

function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(at) ? '' : new Date(at + 86_400_000).toISOString().slice(0, 10);
}
