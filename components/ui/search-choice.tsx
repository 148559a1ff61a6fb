'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Input } from './controls';
import { Field } from './field';

export interface Choice {
  id: string;
  name: string;
  detail?: string;
}

interface SearchChoiceProps {
  label: string;
  placeholder: string;
  /** What the list of options is called. */
  listLabel: string;
  error?: string | undefined;
  optional?: boolean;
  value: string;
  onType: (typed: string) => void;
  options: readonly Choice[];
  /** Said to those who do not see the options; `''` while there is nothing to say. */
  status: string;
  onChoose: (choice: Choice) => void;
}

/** A field whose words narrow what is offered; arrows and enter choose, and the choice is told. */
export function SearchChoice(props: SearchChoiceProps) {
  const { label, placeholder, listLabel, error, optional = false, value, onType, options, status } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const shown = isOpen ? options : [];
  const chosen = shown[active];
  const list = useRef<HTMLDivElement>(null);
  const isShown = shown.length > 0;
  // At the end of a sheet the options would open below what is in sight.
  useEffect(() => {
    if (isShown) list.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isShown]);

  function choose(choice: Choice | undefined): void {
    if (!choice) return;
    props.onChoose(choice);
    setActive(-1);
    // Open it would cover what comes next.
    setIsOpen(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setIsOpen(true);
      const from = active < 0 && step < 0 ? 0 : active;
      if (options.length > 0) setActive((from + step + options.length) % options.length);
    }
    if (event.key === 'Enter') {
      // The form is sent by its button: here enter means the option.
      event.preventDefault();
      choose(chosen ?? (value.trim() === '' ? undefined : shown[0]));
    }
    if (event.key === 'Escape' && isOpen && shown.length > 0) {
      // It closes the options, and not what the field is in.
      event.stopPropagation();
      setIsOpen(false);
    }
  }

  return (
    <div>
      <Field label={label} error={error} optional={optional}>
        {(control) => (
          <Input
            {...control}
            role="combobox"
            autoComplete="off"
            placeholder={placeholder}
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={chosen && `${listId}-${chosen.id}`}
            value={value}
            onFocus={() => setIsOpen(true)}
            onClick={() => setIsOpen(true)}
            onBlur={() => setIsOpen(false)}
            onChange={(event) => {
              onType(event.target.value);
              setIsOpen(true);
              setActive(-1);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={listLabel}
        className={clsx(
          'mt-1 max-h-52 overflow-y-auto rounded-md border bg-raised p-1',
          shown.length === 0 && 'hidden',
        )}
      >
        {shown.map((choice, index) => (
          // The field keeps the focus; the option is chosen from there by keys.
          <div
            key={choice.id}
            id={`${listId}-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            ref={index === active ? scrollTo : undefined}
            className={clsx(
              'flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 rounded-sm px-2.5 py-1 md:min-h-8',
              index === active ? 'bg-accent-tint' : 'hover:bg-sunken',
            )}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(choice);
            }}
          >
            <bdi className="wrap-anywhere">{choice.name}</bdi>
            {choice.detail !== undefined && (
              <span className="text-sm wrap-anywhere text-ink-2">{choice.detail}</span>
            )}
          </div>
        ))}
      </div>
      <p role="status" className={shown.length === 0 && isOpen ? 'mt-1 text-sm text-ink-3' : 'sr-only'}>
        {isOpen && value.trim() !== '' && status}
      </p>
    </div>
  );
}

function scrollTo(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
