'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { BookOpen, SearchX } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { Input } from '@/components/ui/controls';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState } from '@/components/ui/list-states';
import { useDeskText } from '@/lib/client/event-desk/desk-text';
import { eventCatalogueOptions } from '@/lib/client/event-desk/get-event-catalogue';
import { searchCatalogue } from '@/lib/client/event-desk/search-catalogue';
import { useFormat } from '@/lib/client/text/text-context';
import { CatalogueEvent } from './catalogue-event';
import { DeskFrame } from './desk-frame';

/** Every topic and event of the contract, to search; the chosen one stands in the address. */
export function CataloguePage() {
  return (
    <DeskFrame page="catalogue">
      <CatalogueBoard />
    </DeskFrame>
  );
}

function CatalogueBoard() {
  const text = useDeskText();
  const format = useFormat();
  const path = usePathname();
  const chosen = useSearchParams().get('type');
  const [words, setWords] = useState('');
  const { data, error, isPending, refetch } = useQuery(eventCatalogueOptions);
  const searched = useDeferredValue(words);
  if (error && !data)
    return <ErrorState title={text.catalogue.failed} error={error} onRetry={() => void refetch()} />;
  if (isPending)
    return (
      <div role="status" aria-label={text.catalogue.loading} className="grid gap-2 border-t py-3">
        {Array.from({ length: 12 }, (_, row) => row).map((row) => (
          <div key={row} className="skeleton h-5 max-w-md" />
        ))}
      </div>
    );
  const topics = searchCatalogue(data, searched);
  const found = topics.reduce((sum, topic) => sum + topic.events.length, 0);
  const event = data.events.find((each) => each.event_type === chosen);
  const topicOfEvent = data.topics.find((each) => each.name === event?.topic);
  return (
    <div className="flex gap-6 border-t pt-3">
      <div className={clsx('min-w-0 grow md:max-w-md', event && 'max-md:hidden')}>
        <Input
          type="search"
          aria-label={text.catalogue.search}
          placeholder={text.catalogue.search}
          value={words}
          onChange={(change) => setWords(change.target.value)}
        />
        <p role="status" className="py-2 text-sm text-ink-3">
          {text.catalogue.found(format.number(found), format.number(topics.length))}
        </p>
        {topics.length === 0 && (
          <EmptyState icon={SearchX} title={text.catalogue.none.title}>
            {text.catalogue.none.text}
          </EmptyState>
        )}
        {topics.map(({ topic, events }) => (
          <section key={topic.name} className="mb-5">
            <h2 className="font-mono text-sm font-strong">{topic.name}</h2>
            <p className="text-sm text-ink-3">
              {topic.description} · {text.catalogue.partitions(topic.partitions)} ·{' '}
              {text.catalogue.retention(topic.retention_days)}
            </p>
            <p className="text-sm text-ink-3">
              {text.catalogue.producers} {topic.producers.join(', ')} · {text.catalogue.consumers}{' '}
              {topic.consumers.map(({ group }) => group).join(', ') || text.catalogue.nobody}
            </p>
            <ul className="mt-1 border-t">
              {events.map(({ event_type, summary }) => (
                <li key={event_type} className="border-b">
                  <Link
                    href={`${path}?type=${event_type}`}
                    scroll={false}
                    aria-current={event_type === chosen ? 'true' : undefined}
                    className={clsx(
                      'grid px-2 py-1.5 -outline-offset-2',
                      event_type === chosen ? 'bg-accent-tint' : 'hover:bg-sunken',
                    )}
                  >
                    <span className="font-mono text-xs wrap-anywhere">{event_type}</span>
                    <span className="text-sm text-ink-2">{summary}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div
        className={clsx(
          'min-w-0 grow md:sticky md:top-18 md:max-h-[calc(100dvh-6rem)] md:basis-1/2 md:self-start md:overflow-y-auto',
          !event && 'max-md:hidden',
        )}
      >
        {event && topicOfEvent ? (
          <>
            <Link href={path} className="mb-2 inline-block py-2 text-accent hover:underline md:hidden">
              {text.catalogue.back}
            </Link>
            <CatalogueEvent event={event} topic={topicOfEvent} text={text} />
          </>
        ) : (
          <EmptyState icon={BookOpen} title={text.catalogue.choose.title}>
            {text.catalogue.choose.text}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
