'use client';

import { X } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import type { AudienceChoice } from '@/lib/client/announcement/audience-choice';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { mostNames } from './use-names';

interface AudienceChipsProps {
  choices: readonly AudienceChoice[];
  /** Those that stay: the department of who may announce to no other. */
  isFixed: (choice: AudienceChoice) => boolean;
  onRemove: (choice: AudienceChoice) => void;
}

/** The chosen parts of the audience, each with a way to take it out. */
export function AudienceChips({ choices, isFixed, onRemove }: AudienceChipsProps) {
  const text = useWritingText();
  if (choices.length === 0) return null;
  const people = choices.filter(({ kind }) => kind === 'users');
  const shown = [...choices.filter(({ kind }) => kind !== 'users'), ...people.slice(0, mostNames)];
  return (
    <ul aria-label={text.chosen} className="flex max-h-64 flex-wrap items-center gap-2 overflow-y-auto">
      {shown.map((choice) => (
        <li
          key={`${choice.kind}-${choice.id}`}
          className="flex min-h-9 max-w-full items-center rounded-md border bg-raised pl-2.5 md:min-h-8"
        >
          {choice.kind !== 'all' && (
            <span className="mr-1.5 shrink-0 text-sm text-ink-3">{text.kinds[choice.kind]}</span>
          )}
          <bdi className="min-w-0 truncate">{choice.name}</bdi>
          {isFixed(choice) ? (
            <span className="w-2.5" />
          ) : (
            <button
              type="button"
              aria-label={text.remove(choice.name)}
              className="grid size-11 shrink-0 place-items-center text-ink-3 hover:text-ink md:size-8"
              onClick={() => onRemove(choice)}
            >
              <Icon of={X} />
            </button>
          )}
        </li>
      ))}
      {people.length > mostNames && (
        <li className="text-sm text-ink-2">{text.morePeople(people.length - mostNames)}</li>
      )}
    </ul>
  );
}
