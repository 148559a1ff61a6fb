'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Plus, Users } from 'lucide-react';
import { useCallback, useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { pageItems } from '@/lib/client/http/page-items';
import { searchOf } from '@/lib/client/http/search-of';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { personListOptions } from '@/lib/client/person/list-people';
import { usePersonText } from '@/lib/client/person/person-text';
import { useText } from '@/lib/client/text/text-context';
import { Role } from '@/lib/contracts/http/me';
import { PersonStatus as Status } from '@/lib/contracts/http/person';
import { CreateDialog } from './create-dialog';
import { PersonItem } from './person-item';
import type { PersonRowsProps } from './person-rows';

const fetchRows = () => import('./person-rows').then((module) => module.PersonRows);

/** Everybody with an account, live, by name; what the list is narrowed by is in the address. */
export function PeoplePage() {
  const text = usePersonText();
  const filter = usePersonFilter();
  const [isMaking, setIsMaking] = useState(false);
  return (
    <>
      <PageHeader title={text.title}>
        <div className="flex flex-wrap gap-2">
          <Button asChild size="small">
            <Link href="/admin/audit">{text.audit}</Link>
          </Button>
          <Button asChild size="small">
            <Link href="/admin/people/import">{text.import}</Link>
          </Button>
          <Button asChild size="small">
            <a href={`/api/people/export${searchOf(filter)}`} download>
              {text.export}
            </a>
          </Button>
          <Button look="primary" size="small" onClick={() => setIsMaking(true)}>
            <Icon of={Plus} /> {text.new}
          </Button>
        </div>
      </PageHeader>
      {isMaking && <CreateDialog onClose={() => setIsMaking(false)} />}
      <Filters />
      <StaleNote />
      <PersonList />
    </>
  );
}

function usePersonFilter() {
  const { get } = useAddressFilter();
  const role = Role.options.find((each) => each === get('role'));
  const status = Status.options.find((each) => each === get('status'));
  const [query, department_id] = [get('q'), get('department')];
  return {
    ...(query && { query }),
    ...(role && { role }),
    ...(status && { status }),
    ...(department_id && { department_id }),
  };
}

function Filters() {
  const text = usePersonText();
  const { layout } = useText();
  const { get, set } = useAddressFilter();
  const departments = useQuery(departmentListOptions());
  const choices = [
    ['role', text.fields.role, Role.options.map((value) => ({ value, label: layout.roles[value] }))],
    [
      'department',
      text.fields.department,
      (departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ],
    ['status', text.fields.status, Status.options.map((value) => ({ value, label: text.statuses[value] }))],
  ] as const;
  return (
    <div className="mb-4 grid gap-3 md:grid-cols-[minmax(0,1fr)_repeat(3,11rem)]">
      <SearchField
        label={text.find}
        placeholder={text.findHint}
        value={get('q')}
        onSearch={(q) => set({ q })}
      />
      {choices.map(([name, label, options]) => (
        <Select
          key={name}
          aria-label={label}
          value={get(name)}
          onChange={(event) => set({ [name]: event.target.value })}
        >
          <option value="">
            {label}: {text.all}
          </option>
          {options.map(({ value, label: word }) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
      ))}
    </div>
  );
}

function PersonList() {
  const text = usePersonText();
  const list = useInfiniteQuery(personListOptions(usePersonFilter()));
  const { Rows, hasFailed } = useRows();
  const people = pageItems(list.data);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const onNearEnd = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  if (list.error && people.length === 0)
    return <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending || !(Rows || hasFailed)) return <ListSkeleton label={text.loading} rows={8} />;
  if (people.length === 0)
    return (
      <EmptyState icon={Users} title={text.none}>
        {text.noneText}
      </EmptyState>
    );
  return (
    <>
      {Rows ? (
        <Rows people={people} hasMore={hasNextPage} onNearEnd={onNearEnd} />
      ) : (
        <ul aria-label={text.title} className="border-t">
          {people.map((person) => (
            <PersonItem key={person.id} person={person} />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </>
  );
}

/** What draws only the rows in sight is fetched beside them; without it all of them are drawn. */
function useRows() {
  const [hasFailed, setHasFailed] = useState(false);
  const Rows = useFetchedPart<PersonRowsProps>(fetchRows, {
    isWanted: !hasFailed,
    onFailed: () => setHasFailed(true),
  });
  return { Rows, hasFailed };
}
