'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { useCombobox } from '@/components/ui/use-combobox';
import type { ChosenAudience } from '@/lib/client/announcement/announcement-form';
import { withChoice } from '@/lib/client/announcement/audience-choice';
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
  const { options, isSearching, isError } = useAudienceOptions(audience, typed, text);
  const box = useCombobox({
    value: typed,
    options,
    listLabel: text.found,
    keyOf: ({ kind, id }) => `${kind}-${id}`,
    onType: setTyped,
    onChoose: (choice) => {
      onChange(withChoice(audience, choice));
      setTyped('');
    },
    onEscape: () => setTyped(''),
  });
  const { isOpen, shown } = box;

  return (
    <div className="relative">
      <Field label={text.to} hint={isAdmin ? text.toHint : text.toHintDepartment} error={error}>
        {(control) => (
          <Input
            {...control}
            {...box.field}
            placeholder={isAdmin ? text.toPlaceholder : text.toPlaceholderRole}
          />
        )}
      </Field>
      <div
        {...box.list}
        className={clsx(
          'absolute inset-x-0 top-18 z-20 mt-1 max-h-72 overflow-y-auto rounded-lg border bg-raised p-1 shadow-over md:top-16',
          shown.length === 0 && 'hidden',
        )}
      >
        {shown.map((choice, index) => (
          <div
            {...box.optionOf(choice, index)}
            key={`${choice.kind}-${choice.id}`}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-2.5 py-1.5 not-aria-selected:hover:bg-sunken aria-selected:bg-accent-tint md:min-h-8 md:py-1"
          >
            <span className="min-w-0 grow">
              <bdi className="wrap-anywhere">{choice.name}</bdi>
              {choice.detail !== undefined && (
                <span className="block text-sm wrap-anywhere text-ink-2">{choice.detail}</span>
              )}
            </span>
            {choice.kind !== 'all' && (
              <span className="shrink-0 text-sm text-ink-3">{text.kinds[choice.kind]}</span>
            )}
          </div>
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

function inWords(
  text: WritingText,
  search: { count: number; isSearching: boolean; isError: boolean },
): string {
  if (search.isError) return '';
  if (search.count === 0) return search.isSearching ? text.searching : text.nobodyFound;
  return text.foundCount(search.count);
}
