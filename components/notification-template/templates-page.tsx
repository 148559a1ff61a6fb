'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { FileText, Plus } from 'lucide-react';
import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { templateListOptions } from '@/lib/client/notification-template/list-templates';
import { useTemplateText } from '@/lib/client/notification-template/template-text';
import type { TemplateView } from '@/lib/contracts/http/notification-template';
import { TemplateItem } from './template-item';

const fetchDialog = () => import('./template-dialog').then((module) => module.TemplateDialog);
const fetchTest = () => import('./test-dialog').then((module) => module.TestDialog);

type Asked = { kind: 'new' } | { kind: 'edit' | 'test'; template: TemplateView };

/** What the university says again and again, by key; what is looked for stands in the address. */
export function TemplatesPage() {
  const text = useTemplateText();
  const { get, set } = useAddressFilter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const stop = () => setAsked(null);
  const isWritten = asked !== null && asked.kind !== 'test';
  const Edit = useFetchedPart(fetchDialog, { isWanted: isWritten, onFailed: stop });
  const Test = useFetchedPart(fetchTest, { isWanted: asked?.kind === 'test', onFailed: stop });
  const archived = get('show') === 'archived';
  return (
    <>
      <BackLink href="/admin/notifications">{text.back}</BackLink>
      <PageHeader title={text.title}>
        <Button look="primary" size="small" onClick={() => setAsked({ kind: 'new' })}>
          <Icon of={Plus} /> {text.new}
        </Button>
      </PageHeader>
      <StaleNote />
      <div className="mb-4 grid gap-3 md:grid-cols-[minmax(0,28rem)_auto] md:justify-between">
        <SearchField
          label={text.find}
          placeholder={text.findHint}
          value={get('q')}
          onSearch={(q) => set({ q })}
        />
        <SegmentedControl
          label={text.show}
          options={[
            { value: 'used', label: text.inUse },
            { value: 'archived', label: text.archived },
          ]}
          value={archived ? 'archived' : 'used'}
          onChange={(show) => set({ show: show === 'archived' ? show : '' })}
        />
      </div>
      <TemplateRows
        words={get('q')}
        archived={archived}
        onAsk={(kind, template) => setAsked({ kind, template })}
      />
      {asked && asked.kind !== 'test' && Edit && (
        <Edit template={asked.kind === 'edit' ? asked.template : null} onClose={stop} />
      )}
      {asked?.kind === 'test' && Test && <Test template={asked.template} onClose={stop} />}
    </>
  );
}

function TemplateRows(props: {
  words: string;
  archived: boolean;
  onAsk: (kind: 'edit' | 'test', template: TemplateView) => void;
}) {
  const text = useTemplateText();
  const { words, archived } = props;
  const list = useInfiniteQuery(templateListOptions({ query: words, archived }));
  const templates = pageItems(list.data);
  if (list.error && templates.length === 0)
    return <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <ListSkeleton label={text.loading} rows={6} />;
  const none = words !== '' ? text.nothing : archived ? text.nonePutAway : text.empty;
  if (templates.length === 0)
    return (
      <EmptyState icon={FileText} title={none.title}>
        {none.text}
      </EmptyState>
    );
  return (
    <>
      <ul aria-label={text.title} className="border-t">
        {templates.map((template) => (
          <TemplateItem key={template.id} template={template} onAsk={(kind) => props.onAsk(kind, template)} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
}
