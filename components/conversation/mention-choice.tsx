'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { completeMention, mentionAt, offeredFor } from '@/lib/client/conversation/find-mention';
import { useMe } from '@/lib/client/session/me-context';
import type { ConversationMember } from '@/lib/contracts/http/conversation';

interface MentionFor {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  members: readonly ConversationMember[];
  onChange: (value: string) => void;
}

/** Who is offered for the name that is being typed behind an `@`; arrows and enter choose. */
export function useMentionChoice({ field, value, members, onChange }: MentionFor) {
  const me = useMe();
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState(-1);
  const mention = mentionAt(value, Math.min(caret, value.length));
  const offered = mention && mention.from !== closedAt ? offeredFor(mention, members, me.id) : [];
  const chosen = offered[Math.min(active, offered.length - 1)];

  function choose(member: ConversationMember): void {
    if (!mention) return;
    const completed = completeMention(value, caret, mention, member.name);
    onChange(completed.text);
    setCaret(completed.caret);
    requestAnimationFrame(() => field.current?.setSelectionRange(completed.caret, completed.caret));
  }

  /** Whether the key was for the choice. */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (!chosen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((active + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen);
    else if (event.key === 'Escape') setClosedAt(mention?.from ?? -1);
    else return false;
    event.preventDefault();
    return true;
  }

  return {
    listId,
    offered,
    chosen,
    choose,
    onKeyDown,
    field: {
      'aria-controls': offered.length > 0 ? listId : undefined,
      'aria-activedescendant': chosen && `${listId}-${chosen.id}`,
      onSelect: (event: { currentTarget: HTMLTextAreaElement }) => {
        setCaret(event.currentTarget.selectionStart);
        setActive(0);
      },
    },
  };
}

export function MentionChoice({ choice }: { choice: ReturnType<typeof useMentionChoice> }) {
  const { composer: text } = useConversationText();
  const { offered, chosen, listId, choose } = choice;
  if (offered.length === 0) return null;
  return (
    <div
      id={listId}
      role="listbox"
      aria-label={text.mention}
      className="absolute bottom-full left-0 z-20 mb-1 w-64 max-w-full rounded-md border bg-raised p-1 shadow-over"
    >
      {offered.map((member) => (
        <div
          key={member.id}
          id={`${listId}-${member.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={member === chosen}
          className={clsx(
            'flex min-h-11 cursor-pointer items-center rounded-sm px-2.5 md:min-h-8',
            member === chosen ? 'bg-accent-tint' : 'hover:bg-sunken',
          )}
          onPointerDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
            choose(member);
          }}
        >
          <bdi className="truncate">{member.name}</bdi>
        </div>
      ))}
    </div>
  );
}
