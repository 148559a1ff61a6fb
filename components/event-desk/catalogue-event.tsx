'use client';

import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import type { EventCatalogue } from '@/lib/contracts/http/event-desk';
import { Code } from './code';

interface CatalogueEventProps {
  event: EventCatalogue['events'][number];
  topic: EventCatalogue['topics'][number];
  text: DeskText;
}

/** One event of the catalogue: who writes and reads it, its fields, an example. */
export function CatalogueEvent({ event, topic, text }: CatalogueEventProps) {
  const said = text.catalogue;
  return (
    <article className="grid gap-4 text-sm">
      <header className="grid gap-1">
        <h2 className="font-mono text-base font-strong wrap-anywhere">{event.event_type}</h2>
        <p className="text-ink-2">{event.summary}</p>
        <Link
          href={`/admin/events?topic=${event.topic}&type=${event.event_type}`}
          className="justify-self-start py-1 text-accent hover:underline"
        >
          {said.inTail}
        </Link>
      </header>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        <Fact name={text.event.topic}>{event.topic}</Fact>
        <Fact name={said.trigger}>{event.trigger}</Fact>
        <Fact name={said.version}>
          {event.version}, {said.origin[event.origin]}
        </Fact>
        <Fact name={said.key}>{event.key.join(', ')}</Fact>
        <Fact name={said.producers}>{topic.producers.join(', ')}</Fact>
        <Fact name={said.consumers}>
          {topic.consumers.map(({ group }) => group).join(', ') || said.nobody}
        </Fact>
        {event.also_read_as.length > 0 && <Fact name={said.alias}>{event.also_read_as.join(', ')}</Fact>}
      </dl>
      <section className="grid gap-1.5">
        <h3 className="font-strong">{said.fields}</h3>
        <div className="overflow-x-auto">
          <table className="w-full">
            <thead>
              <tr className="text-left text-ink-3">
                {[said.field, said.type, said.given, said.notes].map((name) => (
                  <th key={name} scope="col" className="pr-3 pb-1 font-normal">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {event.fields.map((field) => (
                <tr key={field.path} className="border-t align-top">
                  <th scope="row" className="py-1 pr-3 text-left font-mono text-xs leading-5 font-normal">
                    {field.path}
                    {field.personal && (
                      <span className="ml-2">
                        <Badge>{said.personal}</Badge>
                      </span>
                    )}
                  </th>
                  <td className="py-1 pr-3 whitespace-nowrap text-ink-2">{field.type}</td>
                  <td className="py-1 pr-3 text-ink-2">{field.required && said.always}</td>
                  <td className="py-1 text-ink-2">{field.notes}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="grid gap-1.5">
        <h3 className="font-strong">{said.example}</h3>
        <Code value={event.example} />
      </section>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
