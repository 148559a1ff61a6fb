'use client';

import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { tailHref, traceHref } from '@/lib/client/event-desk/desk-address';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { CheckedPart, DeskEvent } from '@/lib/contracts/pushes/desk';
import { clockTime } from './clock-time';
import { Code } from './code';
import { stateTone } from './event-row';

interface EventDetailProps {
  event: DeskEvent;
  text: DeskText;
  onUnmask: () => void;
}

/** One record in full: where it stands, what it says, and how it stands against the catalogue. */
export function EventDetail({ event, text, onUnmask }: EventDetailProps) {
  const format = useFormat();
  const { row, original, record } = event;
  return (
    <article className="grid gap-4 pb-4 text-sm">
      <header className="grid gap-1">
        <h2 className="font-mono text-base font-strong wrap-anywhere">{row.event_type || row.topic}</h2>
        <p className={stateTone[row.state]}>{text.state[row.state]}</p>
      </header>
      <div className="flex flex-wrap items-center justify-between gap-2 border-y py-2" role="status">
        {event.unmasked ? (
          <p className="text-warn">{text.event.unmasked}</p>
        ) : (
          <>
            <p className="flex items-center gap-2 text-ink-2">
              <Icon of={EyeOff} />
              {text.event.masked(event.hidden.length)}
            </p>
            {event.hidden.length > 0 && (
              <Button size="small" onClick={onUnmask}>
                {text.event.unmask}
              </Button>
            )}
          </>
        )}
      </div>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        <Fact name={text.event.topic}>{row.topic}</Fact>
        <Fact name={text.event.partition}>
          {row.partition} · {row.offset}
        </Fact>
        <Fact name={text.event.at}>
          <time dateTime={row.at}>
            {format.dateTime(row.at)} · {clockTime(row.at, format.timeZone)}
          </time>
        </Fact>
        {row.key !== null && <Fact name={text.event.key}>{row.key}</Fact>}
        {row.event_id !== '' && <Fact name={text.event.eventId}>{row.event_id}</Fact>}
        {row.service !== '' && <Fact name={text.event.service}>{row.service}</Fact>}
        <Fact name={text.event.size}>{text.event.bytes(format.number(event.bytes))}</Fact>
        {row.correlation_id !== '' && (
          <Fact name={text.event.correlation}>
            {row.correlation_id}
            <span className="flex flex-wrap gap-x-4 font-sans">
              <Link href={traceHref(row.correlation_id)} className="py-1 text-accent hover:underline">
                {text.event.trace}
              </Link>
              <Link href={tailHref(row.correlation_id)} className="py-1 text-accent hover:underline">
                {text.event.allOfIt}
              </Link>
            </span>
          </Fact>
        )}
      </dl>
      {original && <Part title={text.event.original} part={original} text={text} />}
      <Part title={text.event.record} part={record} text={text} isFolded={original !== null} />
      <Section title={text.event.headers}>
        {Object.keys(event.headers).length === 0 ? (
          <p className="text-ink-3">{text.event.noHeaders}</p>
        ) : (
          <dl className="grid grid-cols-[minmax(0,12rem)_minmax(0,1fr)] gap-x-3 gap-y-1">
            {Object.entries(event.headers).map(([name, value]) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
          </dl>
        )}
      </Section>
    </article>
  );
}

function Part({
  title,
  part,
  text,
  isFolded,
}: {
  title: string;
  part: CheckedPart;
  text: DeskText;
  isFolded?: boolean;
}) {
  return (
    <>
      <Section title={part.event_type === '' ? title : `${title} · ${part.event_type}`}>
        <Differences part={part} text={text} />
        {isFolded ? (
          <details>
            <summary className="py-1 text-ink-2">{text.event.record}</summary>
            <Code value={part.text} />
          </details>
        ) : (
          <Code value={part.text} />
        )}
      </Section>
      {part.schema && (
        <details>
          <summary className="py-1 text-ink-2">{text.event.schema}</summary>
          <Code value={JSON.stringify(part.schema, null, 2)} />
        </details>
      )}
    </>
  );
}

const differenceTone = { breaks: 'text-danger', absent: 'text-ink-2', extra: 'text-warn' } as const;

function Differences({ part, text }: { part: CheckedPart; text: DeskText }) {
  if (part.differences.length === 0)
    return part.schema ? <p className="text-ink-3">{text.event.same}</p> : null;
  return (
    <div className="grid gap-1">
      <h4 className="text-ink-3">{text.event.differences}</h4>
      <ul className="grid gap-1">
        {part.differences.map(({ path, kind, detail }) => (
          <li key={`${kind} ${path} ${detail}`} className="wrap-anywhere">
            <code className="font-mono text-xs">{path || text.event.wholeRecord}</code>{' '}
            <span className={differenceTone[kind]}>{text.event.difference[kind]}</span>{' '}
            <span className="text-ink-3">{detail}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <h3 className="font-strong wrap-anywhere">{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="truncate text-ink-3">{name}</dt>
      <dd className="min-w-0 font-mono text-xs leading-5 wrap-anywhere">{children}</dd>
    </>
  );
}
