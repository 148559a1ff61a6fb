'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { ChosenPerson } from '@/lib/client/announcement/announcement-form';
import { type FoundPerson, peopleSearchOptions } from '@/lib/client/person/search-people';
import type { Messages } from '@/lib/client/text/load-messages';
import { useText } from '@/lib/client/text/text-context';

interface PeoplePickerProps {
  chosen: ChosenPerson[];
  onChange: (chosen: ChosenPerson[]) => void;
  error: string | undefined;
}

/** Finds people by name or address. Arrows and enter choose; the chosen ones stand below with a way to remove each. */
export function PeoplePicker({ chosen, onChange, error }: PeoplePickerProps) {
  const text = useText().announcement.people;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const { data, isFetching, isError } = useQuery(peopleSearchOptions(useDeferredValue(query.trim())));
  const isSearching = query.trim() !== '';
  const taken = new Set(chosen.map((person) => person.id));
  const found = isSearching ? (data?.items ?? []).filter((person) => !taken.has(person.id)) : [];

  function choose(person: FoundPerson | undefined): void {
    if (!person) return;
    onChange([...chosen, { id: person.id, name: person.name }]);
    setQuery('');
    setActive(0);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setActive((last) => (last + step + found.length) % found.length);
    }
    if (event.key === 'Enter' && isSearching) {
      event.preventDefault();
      choose(found[active]);
    }
    if (event.key === 'Escape') setQuery('');
  }

  return (
    <div className="grid gap-2">
      <Field label={text.find} hint={text.hint} error={error}>
        {(control) => (
          <div className="relative">
            <Input
              {...control}
              type="search"
              role="combobox"
              autoComplete="off"
              aria-expanded={isSearching}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={found[active] ? `${listId}-${found[active].id}` : undefined}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
            <div
              id={listId}
              role="listbox"
              aria-label={text.found}
              className={clsx(
                'absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-lg border bg-raised p-1 shadow-over',
                found.length === 0 && 'hidden',
              )}
            >
              {found.map((person, index) => (
                <FoundOption
                  key={person.id}
                  id={`${listId}-${person.id}`}
                  person={person}
                  isActive={index === active}
                  onChoose={() => choose(person)}
                />
              ))}
            </div>
          </div>
        )}
      </Field>
      <p role="status" className="min-h-5 text-sm text-ink-3">
        {isSearching && searchInWords(text, { count: found.length, isFetching, isError })}
      </p>
      <ChosenPeople chosen={chosen} onChange={onChange} />
    </div>
  );
}

interface Search {
  count: number;
  isFetching: boolean;
  isError: boolean;
}

function searchInWords(text: Messages['announcement']['people'], search: Search): string {
  if (search.isError) return text.failed;
  if (search.count === 0) return search.isFetching ? text.searching : text.nobody;
  return text.count(search.count);
}

interface FoundOptionProps {
  id: string;
  person: FoundPerson;
  isActive: boolean;
  onChoose: () => void;
}

function FoundOption({ id, person, isActive, onChoose }: FoundOptionProps) {
  return (
    // The field keeps the focus; the option is chosen from there by keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={clsx(
        'cursor-pointer rounded-sm px-2.5 py-1.5',
        isActive ? 'bg-accent-tint' : 'hover:bg-sunken',
      )}
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <bdi className="wrap-anywhere">{person.name}</bdi>
      <span className="block text-sm wrap-anywhere text-ink-2">
        {person.email}
        {person.department && `, ${person.department.code}`}
      </span>
    </div>
  );
}

function ChosenPeople({ chosen, onChange }: Pick<PeoplePickerProps, 'chosen' | 'onChange'>) {
  const text = useText().announcement.people;
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={text.chosen} className="flex flex-wrap gap-2">
      {chosen.map((person) => (
        <li key={person.id} className="flex max-w-full items-center rounded-md border bg-raised pl-2.5">
          <bdi className="min-w-0 truncate">{person.name}</bdi>
          <button
            type="button"
            aria-label={text.remove(person.name)}
            className="grid size-11 shrink-0 place-items-center text-ink-3 hover:text-ink md:size-8"
            onClick={() => onChange(chosen.filter((each) => each.id !== person.id))}
          >
            <Icon of={X} />
          </button>
        </li>
      ))}
    </ul>
  );
}
