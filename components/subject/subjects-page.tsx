'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Library, Plus } from 'lucide-react';
import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useCourseText } from '@/lib/client/course/course-text';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { subjectListOptions } from '@/lib/client/subject/list-subjects';
import type { SubjectView } from '@/lib/contracts/http/course';
import { SubjectItem } from './subject-item';

const fetchDialog = () => import('./subject-dialog').then((module) => module.SubjectDialog);
const fetchDelete = () => import('./delete-subject-dialog').then((module) => module.DeleteSubjectDialog);

type Asked = { kind: 'new' } | { kind: 'edit' | 'delete'; subject: SubjectView };

/** What courses teach, by code; what is looked for stands in the address. */
export function SubjectsPage() {
  const { subject: text } = useCatalogueText();
  const { all } = useCourseText();
  const { get, set } = useAddressFilter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const stop = () => setAsked(null);
  const Edit = useFetchedPart(fetchDialog, {
    isWanted: asked !== null && asked.kind !== 'delete',
    onFailed: stop,
  });
  const Delete = useFetchedPart(fetchDelete, { isWanted: asked?.kind === 'delete', onFailed: stop });
  return (
    <>
      <BackLink href="/courses">{all}</BackLink>
      <PageHeader title={text.title}>
        <Button look="primary" size="small" onClick={() => setAsked({ kind: 'new' })}>
          <Icon of={Plus} /> {text.new}
        </Button>
      </PageHeader>
      <StaleNote />
      <div className="mb-4 md:max-w-md">
        <SearchField
          label={text.find}
          placeholder={text.findHint}
          value={get('q')}
          onSearch={(q) => set({ q })}
        />
      </div>
      <SubjectRows words={get('q')} onAsk={(kind, subject) => setAsked({ kind, subject })} />
      {asked && asked.kind !== 'delete' && Edit && (
        <Edit subject={asked.kind === 'edit' ? asked.subject : null} onClose={stop} />
      )}
      {asked?.kind === 'delete' && Delete && <Delete subject={asked.subject} onClose={stop} />}
    </>
  );
}

function SubjectRows(props: {
  words: string;
  onAsk: (kind: 'edit' | 'delete', subject: SubjectView) => void;
}) {
  const { subject: text } = useCatalogueText();
  const list = useInfiniteQuery(subjectListOptions(props.words));
  const subjects = pageItems(list.data);
  if (list.error && subjects.length === 0)
    return <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <ListSkeleton label={text.loading} rows={6} />;
  const none = props.words === '' ? text.empty : text.nothing;
  if (subjects.length === 0)
    return (
      <EmptyState icon={Library} title={none.title}>
        {none.text}
      </EmptyState>
    );
  return (
    <>
      <ul aria-label={text.title} className="border-t">
        {subjects.map((subject) => (
          <SubjectItem key={subject.id} subject={subject} onAsk={(kind) => props.onAsk(kind, subject)} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
}
