'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { ChannelPanel } from '@/components/notification-channel/channel-panel';
import { Button } from '@/components/ui/button';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { RelativeTime } from '@/components/ui/relative-time';
import { mailListOptions } from '@/lib/client/mail/list-mail';
import { type SecurityText, useSecurityText } from '@/lib/client/session/security-text';
import type { MailList } from '@/lib/contracts/http/mail';

/** What would be sent by mail, where there is no mail server. */
export function MailPage() {
  const text = useSecurityText().mail;
  const list = useInfiniteQuery(mailListOptions);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={text.title} />
      <ChannelPanel />
      <p className="mb-4 max-w-prose text-ink-2">{text.note}</p>
      {list.isPending && <ListSkeleton label={text.loading} />}
      {list.error && rows.length === 0 && (
        <ErrorState title={text.failed} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState icon={Mail} title={text.empty}>
          {text.emptyText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul aria-label={text.title} className="border-t">
          {rows.map((mail) => (
            <MailRow key={mail.id} mail={mail} text={text} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button className="mt-4" disabled={list.isFetching} onClick={() => void list.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </>
  );
}

function MailRow({ mail, text }: { mail: MailList['items'][number]; text: SecurityText['mail'] }) {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  return (
    <li className="grid gap-2 border-b py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-strong wrap-anywhere">{mail.subject}</h2>
        <span className="text-sm text-ink-3">
          <RelativeTime at={mail.created_at} />
        </span>
      </div>
      <p className="text-sm text-ink-3 wrap-anywhere">{text.to(mail.to)}</p>
      <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{mail.text.trim()}</p>
      {link !== undefined && (
        <a href={link} className="justify-self-start py-1 text-accent hover:underline">
          {text.open}
        </a>
      )}
    </li>
  );
}
