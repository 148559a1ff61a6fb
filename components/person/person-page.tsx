'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AuditRows } from '@/components/audit/audit-rows';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import { useIdlePart } from '@/components/ui/use-idle-part';
import { useChangePerson } from '@/lib/client/person/change-person';
import { personOptions, personSessionsOptions } from '@/lib/client/person/get-person';
import { usePersonText } from '@/lib/client/person/person-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { PersonView } from '@/lib/contracts/http/person';
import { ChangeDialog, type ChangeKind } from './change-dialog';
import { PersonStatus } from './person-status';

const fetchDecisions = () =>
  import('@/components/notification-preference/person-decisions').then((module) => module.PersonDecisions);

/** One account, live: what is known, where it is signed in, what was changed, and what can be done to it. */
export function PersonPage({ id }: { id: string }) {
  const text = usePersonText();
  const person = useQuery(personOptions(id));
  const Decisions = useIdlePart(fetchDecisions);
  return (
    <>
      <BackLink href="/admin/people">{text.title}</BackLink>
      <StaleNote />
      {person.data ? (
        <>
          <PageHeader title={person.data.name}>
            <Actions person={person.data} />
          </PageHeader>
          <div className="grid max-w-3xl gap-10">
            <Facts person={person.data} />
            <Sessions id={id} />
            {Decisions && <Decisions personId={id} />}
            <section aria-labelledby="history">
              <h2 id="history" className="border-b pb-2 text-md">
                {text.history}
              </h2>
              <AuditRows filter={{ subject_id: id }} />
            </section>
          </div>
        </>
      ) : (
        <>
          <PageHeader title={text.one} />
          {person.isError ? (
            <ErrorState
              title={text.oneNotLoaded}
              error={person.error}
              onRetry={() => void person.refetch()}
            />
          ) : (
            <ListSkeleton label={text.loadingOne} rows={5} />
          )}
        </>
      )}
    </>
  );
}

function Actions({ person }: { person: PersonView }) {
  const text = usePersonText();
  const { problem } = useText();
  const [asked, setAsked] = useState<ChangeKind | null>(null);
  const { mutate, isPending } = useChangePerson(person);
  const offers = [
    ['edit', text.edit],
    ['role', text.changeRole],
    ['unlock', text.unlock],
    ['factor', text.resetFactor],
    ['suspend', text.suspend],
    ['delete', text.delete],
  ] as const;
  const shown = person.status === 'deleted' ? [] : offers;
  return (
    <div className="flex flex-wrap gap-2">
      {person.status !== 'active' && (
        <Button
          size="small"
          look="primary"
          disabled={isPending}
          onClick={() =>
            mutate({ kind: 'activate' }, { onError: (error) => toast.error(describeProblem(problem, error)) })
          }
        >
          {text.activate}
        </Button>
      )}
      {shown.map(([kind, label]) => (
        <Button key={kind} size="small" onClick={() => setAsked(kind)}>
          {label}
        </Button>
      ))}
      {asked && <ChangeDialog kind={asked} person={person} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Facts({ person }: { person: PersonView }) {
  const { fields, ...text } = usePersonText();
  const { layout } = useText();
  const format = useFormat();
  const rows = [
    [fields.email, person.email],
    [fields.role, layout.roles[person.role]],
    [fields.department, person.department?.name ?? text.noDepartment],
    [fields.register_no, person.register_no],
    [fields.advisor, person.advisor?.name],
    [fields.guardian_email, person.guardian_email],
    [fields.phone, person.phone],
    [fields.created_at, format.date(person.created_at)],
    [fields.status, <PersonStatus key="status" status={person.status} />],
    [fields.reason, person.status_reason],
    [fields.suspended_until, person.suspended_until && format.dateTime(person.suspended_until)],
  ] as const;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="border-b pb-2 text-md">
        {text.facts}
      </h2>
      <dl>
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} className="grid gap-x-4 border-b py-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
              <dt className="text-ink-3">{label}</dt>
              <dd className="wrap-anywhere">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Sessions({ id }: { id: string }) {
  const text = usePersonText();
  const sessions = useQuery(personSessionsOptions(id));
  const items = sessions.data?.items ?? [];
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="border-b pb-2 text-md">
        {text.sessions}
      </h2>
      {sessions.data && items.length === 0 && <p className="py-2 text-ink-3">{text.noSessions}</p>}
      <ul>
        {items.map((session) => (
          <li key={session.id} className="flex flex-wrap gap-x-3 border-b py-2">
            <bdi>{[session.browser, session.system].filter(Boolean).join(', ') || text.unknownDevice}</bdi>
            <span className="text-sm text-ink-3">
              {session.ip_address} {text.seen} <RelativeTime at={session.last_seen_at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
