'use client';

import { useQuery } from '@tanstack/react-query';
import { Mail, Megaphone } from 'lucide-react';
import { searchAnnouncementsOptions } from '@/lib/client/announcement/search-announcements';
import { peopleSearchOptions } from '@/lib/client/person/search-people';
import { useText } from '@/lib/client/text/text-context';
import { PaletteGroup, PaletteItem } from './palette-items';

const most = 6;

interface FoundAnnouncementsProps {
  query: string;
  onGo: (href: string) => void;
}

export function FoundAnnouncements({ query, onGo }: FoundAnnouncementsProps) {
  const text = useText().palette;
  const { data, isError } = useQuery(searchAnnouncementsOptions(query));
  if (query === '') return null;
  if (isError) return <SearchFailed />;
  const items = (data?.items ?? []).slice(0, most);
  if (items.length === 0) return null;
  return (
    <PaletteGroup heading={text.announcements}>
      {items.map(({ id, title }) => (
        <PaletteItem
          key={id}
          id={id}
          icon={Megaphone}
          words={title}
          foundBy={query}
          onSelect={() => onGo(`/announcements/${id}`)}
        />
      ))}
    </PaletteGroup>
  );
}

interface FoundPeopleProps {
  query: string;
  onDone: () => void;
}

/** A person has no page of their own: the way to one is an email. */
export function FoundPeople({ query, onDone }: FoundPeopleProps) {
  const text = useText().palette;
  const { data, isError } = useQuery(peopleSearchOptions(query));
  if (query === '') return null;
  if (isError) return <SearchFailed />;
  const items = (data?.items ?? []).slice(0, most);
  if (items.length === 0) return null;
  return (
    <PaletteGroup heading={text.people}>
      {items.map(({ id, name, email }) => (
        <PaletteItem
          key={id}
          id={id}
          icon={Mail}
          words={text.mailTo(name)}
          detail={email}
          foundBy={query}
          onSelect={() => {
            onDone();
            window.location.assign(`mailto:${encodeURIComponent(email)}`);
          }}
        />
      ))}
    </PaletteGroup>
  );
}

function SearchFailed() {
  return (
    <p role="alert" className="px-2.5 py-2 text-danger">
      {useText().palette.failed}
    </p>
  );
}
