import { type ChangeEvent, type KeyboardEvent, useId, useState } from 'react';

interface Combobox<Choice> {
  value: string;
  options: readonly Choice[];
  /** What the list of options is called. */
  listLabel: string;
  /** What tells an option from the others in its element's id. */
  keyOf: (choice: Choice) => string;
  onType: (typed: string) => void;
  onChoose: (choice: Choice) => void;
  /** Escape, with or without options in sight; they are closed already. */
  onEscape?: (event: KeyboardEvent, wasShown: boolean) => void;
}

/** A field whose words narrow what is offered below it: arrows go through the options, enter takes one. */
export function useCombobox<Choice>(props: Combobox<Choice>) {
  const { value, options, listLabel, keyOf, onType, onChoose, onEscape } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const shown = isOpen ? options : [];
  const chosen = shown[active];
  const idOf = (choice: Choice) => `${listId}-${keyOf(choice)}`;

  function choose(choice: Choice | undefined): void {
    if (!choice) return;
    onChoose(choice);
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
    if (event.key === 'Escape') {
      setIsOpen(false);
      onEscape?.(event, shown.length > 0);
    }
  }

  return {
    isOpen,
    shown,
    choose,
    field: {
      role: 'combobox',
      autoComplete: 'off',
      'aria-expanded': shown.length > 0,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': chosen && idOf(chosen),
      value,
      onFocus: () => setIsOpen(true),
      onClick: () => setIsOpen(true),
      onBlur: () => setIsOpen(false),
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        onType(event.target.value);
        setIsOpen(true);
        setActive(-1);
      },
      onKeyDown,
    },
    list: { id: listId, role: 'listbox', 'aria-label': listLabel },
    /** The field keeps the focus; an option is chosen from there by keys. */
    optionOf: (choice: Choice, index: number) => ({
      id: idOf(choice),
      role: 'option',
      tabIndex: -1,
      'aria-selected': index === active,
      ref: index === active ? scrollTo : undefined,
      onPointerDown: (event: { preventDefault: () => void }) => {
        event.preventDefault();
        choose(choice);
      },
    }),
  } as const;
}

function scrollTo(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
