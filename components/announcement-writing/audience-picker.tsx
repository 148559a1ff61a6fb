'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, useId, useState } from 'react';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { ChosenAudience } from '@/lib/client/announcement/announcement-form';
import { type AudienceChoice, withChoice } from '@/lib/client/announcement/audience-choice';
import { useWritingText, type WritingText } from '@/lib/client/announcement/writing-text';
import { useMe } from '@/lib/client/session/me-context';
import { useAudienceOptions } from './use-audience-options';

interface AudiencePickerProps {
  audience: ChosenAudience;
  onChange: (audience: ChosenAudience) => void;
  error: string | undefined;
}

/** One field for roles, departments and people: typing narrows what is offered, arrows and enter choose. */
export function AudiencePicker({ audience, onChange, error }: AudiencePickerProps) {
  const text = useWritingText();
  const isAdmin = useMe().role === 'admin';
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const { options, isSearching, isError } = useAudienceOptions(audience, typed, text);
  const shown = isOpen ? options : [];
  const chosen = shown[active];

  function choose(choice: AudienceChoice | undefined): void {
    if (!choice) return;
    onChange(withChoice(audience, choice));
    setTyped('');
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
      choose(chosen ?? (typed.trim() === '' ? undefined : shown[0]));
    }
    if (event.key === 'Escape') {
      setTyped('');
      setIsOpen(false);
    }
  }

  return (
    <div className="relative">
      <Field label={text.to} hint={isAdmin ? text.toHint : text.toHintDepartment} error={error}>
        {(control) => (
          <Input
            {...control}
            role="combobox"
            autoComplete="off"
            placeholder={isAdmin ? text.toPlaceholder : text.toPlaceholderRole}
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={chosen && optionId(listId, chosen)}
            value={typed}
            onFocus={() => setIsOpen(true)}
            onClick={() => setIsOpen(true)}
            onBlur={() => setIsOpen(false)}
            onChange={(event) => {
              setTyped(event.target.value);
              setIsOpen(true);
              setActive(-1);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={text.found}
        className={clsx(
          'absolute inset-x-0 top-18 z-20 mt-1 max-h-72 overflow-y-auto rounded-lg border bg-raised p-1 shadow-over md:top-16',
          shown.length === 0 && 'hidden',
        )}
      >
        {shown.map((choice, index) => (
          <Option
            key={optionId(listId, choice)}
            id={optionId(listId, choice)}
            choice={choice}
            kind={choice.kind === 'all' ? undefined : text.kinds[choice.kind]}
            isActive={index === active}
            onChoose={() => choose(choice)}
          />
        ))}
      </div>
      <p role="status" className="sr-only">
        {isOpen && typed.trim() !== '' && inWords(text, { count: options.length, isSearching, isError })}
      </p>
      {isError && (
        <p role="alert" className="mt-1 text-sm text-danger">
          {text.searchFailed}
        </p>
      )}
    </div>
  );
}

const optionId = (list: string, { kind, id }: AudienceChoice) => `${list}-${kind}-${id}`;

function inWords(
  text: WritingText,
  search: { count: number; isSearching: boolean; isError: boolean },
): string {
  if (search.isError) return '';
  if (search.count === 0) return search.isSearching ? text.searching : text.nobodyFound;
  return text.foundCount(search.count);
}

interface OptionProps {
  id: string;
  choice: AudienceChoice;
  /** What kind of part it is, in a word. */
  kind: string | undefined;
  isActive: boolean;
  onChoose: () => void;
}

function Option({ id, choice, kind, isActive, onChoose }: OptionProps) {
  return (
    // The field keeps the focus; the option is chosen from there by keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      ref={isActive ? scrollTo : undefined}
      className={clsx(
        'flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-2.5 py-1.5 md:min-h-8 md:py-1',
        isActive ? 'bg-accent-tint' : 'hover:bg-sunken',
      )}
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <span className="min-w-0 grow">
        <bdi className="wrap-anywhere">{choice.name}</bdi>
        {choice.detail !== undefined && (
          <span className="block text-sm wrap-anywhere text-ink-2">{choice.detail}</span>
        )}
      </span>
      {kind !== undefined && <span className="shrink-0 text-sm text-ink-3">{kind}</span>}
    </div>
  );
}

function scrollTo(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
