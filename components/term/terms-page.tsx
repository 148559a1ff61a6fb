'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarRange, Plus } from 'lucide-react';
import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useCourseText } from '@/lib/client/course/course-text';
import { termListOptions } from '@/lib/client/course/list-terms';
import type { TermView } from '@/lib/contracts/http/course';
import { type TermDeed, TermItem } from './term-item';

const fetchDialog = () => import('./term-dialog').then((module) => module.TermDialog);
const fetchCopy = () => import('./copy-term-dialog').then((module) => module.CopyTermDialog);
const fetchDelete = () => import('./delete-term-dialog').then((module) => module.DeleteTermDialog);

type Asked = { deed: 'new' } | { deed: TermDeed; term: TermView };

/** The terms, the latest first. */
export function TermsPage() {
  const { term: text } = useCatalogueText();
  const { all } = useCourseText();
  const terms = useQuery(termListOptions());
  const [asked, setAsked] = useState<Asked | null>(null);
  const stop = () => setAsked(null);
  const isWritten = asked?.deed === 'new' || asked?.deed === 'edit';
  const Edit = useFetchedPart(fetchDialog, { isWanted: isWritten, onFailed: stop });
  const Copy = useFetchedPart(fetchCopy, { isWanted: asked?.deed === 'copy', onFailed: stop });
  const Delete = useFetchedPart(fetchDelete, { isWanted: asked?.deed === 'delete', onFailed: stop });
  return (
    <>
      <BackLink href="/courses">{all}</BackLink>
      <PageHeader title={text.title}>
        <Button look="primary" size="small" disabled={!terms.data} onClick={() => setAsked({ deed: 'new' })}>
          <Icon of={Plus} /> {text.new}
        </Button>
      </PageHeader>
      <StaleNote />
      {terms.isPending && <ListSkeleton label={text.loading} rows={4} />}
      {terms.isError && !terms.data && (
        <ErrorState title={text.notLoaded} error={terms.error} onRetry={() => void terms.refetch()} />
      )}
      {terms.data?.items.length === 0 && (
        <EmptyState icon={CalendarRange} title={text.empty.title}>
          {text.empty.text}
        </EmptyState>
      )}
      {terms.data && terms.data.items.length > 0 && (
        <ul aria-label={text.title} className="border-t">
          {terms.data.items.map((term) => (
            <TermItem
              key={term.id}
              term={term}
              zone={terms.data.time_zone}
              onAsk={(deed) => setAsked({ deed, term })}
            />
          ))}
        </ul>
      )}
      {terms.data && isWritten && Edit && (
        <Edit term={asked.deed === 'edit' ? asked.term : null} zone={terms.data.time_zone} onClose={stop} />
      )}
      {asked?.deed === 'copy' && Copy && (
        <Copy term={asked.term} others={terms.data?.items ?? []} onClose={stop} />
      )}
      {asked?.deed === 'delete' && Delete && <Delete term={asked.term} onClose={stop} />}
    </>
  );
}
