'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import { traceHref } from '@/lib/client/event-desk/desk-address';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import { eventCatalogueOptions } from '@/lib/client/event-desk/get-event-catalogue';
import { DeskFacets } from '@/lib/contracts/pushes/desk';

interface FacetFieldsProps {
  facets: DeskFacets;
  text: DeskText;
  onChange: (facets: DeskFacets) => void;
}

const TYPING_PAUSE_MS = 350;

/** What narrows the tail. It changes while the desk is open; the address keeps it. */
export function FacetFields({ facets, text, onChange }: FacetFieldsProps) {
  const { data: catalogue } = useQuery(eventCatalogueOptions);
  const topics = catalogue?.topics.map((topic) => topic.name) ?? facets.topics;
  const types = (catalogue?.topics ?? [])
    .filter((topic) => facets.topics.length === 0 || facets.topics.includes(topic.name))
    .filter((topic) => topic.event_types.length > 0);
  const change = (part: Partial<DeskFacets>) => onChange({ ...facets, ...part });
  const isNarrowed = countFacets(facets) > 0;
  return (
    <div className="grid content-start gap-3 text-sm">
      <Field label={text.facets.topic}>
        {(control) => (
          <Select
            {...control}
            className="text-sm"
            value={facets.topics[0] ?? ''}
            onChange={(event) =>
              change({ topics: event.target.value === '' ? [] : [event.target.value], types: [] })
            }
          >
            <option value="">{text.facets.allTopics}</option>
            {topics.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={text.facets.type}>
        {(control) => (
          <Select
            {...control}
            className="text-sm"
            value={facets.types[0] ?? ''}
            onChange={(event) => change({ types: event.target.value === '' ? [] : [event.target.value] })}
          >
            <option value="">{text.facets.allTypes}</option>
            {types.map((topic) => (
              <optgroup key={topic.name} label={topic.name}>
                {topic.event_types.map((type) => (
                  <option key={type}>{type}</option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <TypedFacet
        label={text.facets.user}
        value={facets.user_id}
        most={64}
        onChange={(user_id) => change({ user_id })}
      />
      <div className="grid gap-1">
        <TypedFacet
          label={text.facets.correlation}
          value={facets.correlation_id}
          most={128}
          onChange={(correlation_id) => change({ correlation_id })}
        />
        {facets.correlation_id !== '' && (
          <Link
            href={traceHref(facets.correlation_id)}
            className="justify-self-start py-1 text-accent hover:underline"
          >
            {text.facets.trace}
          </Link>
        )}
      </div>
      <TypedFacet
        label={text.facets.text}
        hint={text.facets.textHint}
        value={facets.text}
        most={100}
        onChange={(words) => change({ text: words })}
      />
      <Button size="small" disabled={!isNarrowed} onClick={() => onChange(DeskFacets.parse({}))}>
        {text.facets.clear}
      </Button>
    </div>
  );
}

interface TypedFacetProps {
  label: string;
  hint?: string;
  value: string;
  most: number;
  onChange: (value: string) => void;
}

/** Told when the typing pauses: each change opens the desk anew. */
function TypedFacet({ label, hint, value, most, onChange }: TypedFacetProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          className="font-mono text-sm"
          maxLength={most}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </Field>
  );
}

export function countFacets(facets: DeskFacets): number {
  return [...facets.topics, ...facets.types, facets.user_id, facets.correlation_id, facets.text].filter(
    (value) => value !== '',
  ).length;
}
