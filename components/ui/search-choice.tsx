'use client';

import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { Input } from './controls';
import { Field } from './field';
import { useCombobox } from './use-combobox';

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
  const box = useCombobox({
    value,
    options,
    listLabel,
    keyOf: ({ id }) => id,
    onType,
    onChoose: props.onChoose,
    onEscape: (event, wasShown) => {
      // It closes the options, and not what the field is in.
      if (wasShown) event.stopPropagation();
    },
  });
  const { isOpen, shown } = box;
  const list = useRef<HTMLDivElement>(null);
  const isShown = shown.length > 0;
  // At the end of a sheet the options would open below what is in sight.
  useEffect(() => {
    if (isShown) list.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isShown]);

  return (
    <div>
      <Field label={label} error={error} optional={optional}>
        {(control) => <Input {...control} {...box.field} placeholder={placeholder} />}
      </Field>
      <div
        {...box.list}
        ref={list}
        className={clsx(
          'mt-1 max-h-52 overflow-y-auto rounded-md border bg-raised p-1',
          shown.length === 0 && 'hidden',
        )}
      >
        {shown.map((choice, index) => (
          <div
            {...box.optionOf(choice, index)}
            key={choice.id}
            className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 rounded-sm px-2.5 py-1 not-aria-selected:hover:bg-sunken aria-selected:bg-accent-tint md:min-h-8"
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
