'use client';

import { Info } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { liveConversation } from '@/lib/client/conversation/live-conversation';
import { useFormat } from '@/lib/client/text/text-context';
import type { ConversationDetail } from '@/lib/contracts/http/conversation';
import { Composer } from './composer';
import { titleOf } from './conversation-row';
import { MessageList } from './message-list';
import type { Writing } from './writing';

export interface ThreadProps {
  conversation: ConversationDetail;
}

const fetchAbout = () => import('./conversation-about').then((module) => module.ConversationAbout);
const plain: Writing = { kind: 'new' };

/** As high as the window leaves room for: the messages scroll, the composer stays in reach. */
export function Thread({ conversation }: ThreadProps) {
  const text = useConversationText();
  const [writing, setWriting] = useState(plain);
  const [isAboutOpen, setIsAboutOpen] = useState(false);
  const About = useFetchedPart(fetchAbout, {
    isWanted: isAboutOpen,
    onFailed: () => setIsAboutOpen(false),
  });
  return (
    <section
      aria-label={titleOf(conversation, text)}
      className={
        '-mb-14 flex h-[calc(100dvh-var(--under-header)-5.25rem-env(safe-area-inset-bottom))] min-h-96 flex-col ' +
        'md:-mb-12 md:h-[calc(100dvh-var(--under-header)-2rem)] lg:sticky lg:top-[calc(var(--under-header)+1rem)]'
      }
    >
      <div className="lg:hidden">
        <BackLink href="/messages">{text.back}</BackLink>
      </div>
      <header className="flex items-center gap-3 border-b pb-2">
        <div className="min-w-0 grow">
          <h1 className="truncate text-lg">
            <bdi>{titleOf(conversation, text)}</bdi>
          </h1>
          <p className="truncate text-sm text-ink-3">
            <Standing conversation={conversation} />
          </p>
        </div>
        <Button
          look="quiet"
          size="icon"
          aria-label={text.about.open}
          title={text.about.open}
          onClick={() => setIsAboutOpen(true)}
        >
          <Icon of={Info} />
        </Button>
      </header>
      <MessageList conversation={conversation} onWrite={setWriting} />
      <Composer
        key={writing.kind === 'edit' ? writing.message.id : 'new'}
        conversation={conversation}
        writing={writing}
        onDone={() => setWriting(plain)}
      />
      {isAboutOpen && About && <About conversation={conversation} onClose={() => setIsAboutOpen(false)} />}
    </section>
  );
}

/** Who writes, else who is here, else how many there are. */
function Standing({ conversation }: ThreadProps) {
  const text = useConversationText();
  const format = useFormat();
  const { typing, present } = liveConversation;
  const typingIds = useSyncExternalStore(typing.subscribe, typing.get, typing.get);
  const presentIds = useSyncExternalStore(present.subscribe, present.get, present.get);
  const { members, partner, member_count } = conversation;
  const names = typingIds.flatMap((id) => members.find((member) => member.id === id)?.name ?? []);
  const isHere = partner !== null && presentIds.includes(partner.id);
  return (
    <>
      <span role="status">
        {names.length > 0 &&
          (names.length === 1 ? text.thread.isTyping : text.thread.areTyping)(format.list(names))}
      </span>
      {names.length === 0 && isHere && (
        <span className="text-live">
          <span aria-hidden="true">● </span>
          {text.thread.here}
        </span>
      )}
      {names.length === 0 && !isHere && partner === null && text.members(member_count)}
    </>
  );
}
