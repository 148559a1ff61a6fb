'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Send } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useCommandText } from '@/lib/client/notification-command/command-text';
import { commandListOptions } from '@/lib/client/notification-command/list-commands';
import { CommandStatus } from '@/lib/contracts/http/notification-command';
import { ChannelsFold } from './channels-fold';
import { CommandRow } from './command-row';

/** What people and other services asked to be told, and how far it has come; the state in the address. */
export function CommandsPage() {
  const text = useCommandText();
  const { get, set } = useAddressFilter();
  const status = CommandStatus.safeParse(get('status')).data;
  const list = useInfiniteQuery(commandListOptions(status ? { status } : {}));
  const rows = pageItems(list.data);
  return (
    <>
      <PageHeader title={text.title}>
        <div className="flex flex-wrap gap-2">
          <Button size="small" asChild>
            <Link href="/admin/notifications/templates">{text.templates}</Link>
          </Button>
          <Button size="small" asChild>
            <Link href="/admin/notifications/rules">{text.rules}</Link>
          </Button>
          <Button look="primary" size="small" asChild>
            <Link href="/admin/notifications/new">
              <Icon of={Plus} /> {text.new}
            </Link>
          </Button>
        </div>
      </PageHeader>
      <ChannelsFold />
      <div className="mb-4 md:w-56">
        <Select
          aria-label={text.filter}
          value={status ?? ''}
          onChange={(event) => set({ status: event.target.value })}
        >
          <option value="">
            {text.filter}: {text.all}
          </option>
          {CommandStatus.options.map((value) => (
            <option key={value} value={value}>
              {text.statuses[value]}
            </option>
          ))}
        </Select>
      </div>
      <StaleNote />
      {list.isPending && <ListSkeleton label={text.loading} rows={6} />}
      {list.error && rows.length === 0 && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState icon={Send} title={text.empty}>
          {status ? text.noneText : text.emptyText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul aria-label={text.title} className="border-t">
          {rows.map((command) => (
            <CommandRow key={command.id} command={command} />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </>
  );
}
