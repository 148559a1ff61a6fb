'use client';

import { Check as CheckIcon } from 'lucide-react';
import { useState } from 'react';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { useProfileText } from '@/lib/client/session/profile-text';
import { zoneName } from '@/lib/client/text/zone-name';

interface TimeZonePickerProps {
  chosen: string | null;
  onChoose: (zone: string | null) => void;
}

/** All zones the browser knows, to be found by any part of their names. */
export function TimeZonePicker({ chosen, onChoose }: TimeZonePickerProps) {
  const text = useProfileText();
  const [query, setQuery] = useState('');
  const words = query.trim().toLowerCase().split(/\s+/);
  const found = [...new Set(Intl.supportedValuesOf('timeZone').map(zoneName))]
    .sort()
    .filter((zone) => words.every((word) => zone.toLowerCase().replaceAll('_', ' ').includes(word)));
  const own = zoneName(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <>
      <Field label={text.findZone}>
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
      </Field>
      <ul aria-label={text.zones} className="-mx-2 h-72 overflow-y-auto">
        {query === '' && (
          <ZoneRow
            name={text.zoneOfBrowser(own)}
            isChosen={chosen === null}
            onChoose={() => onChoose(null)}
          />
        )}
        {found.map((zone) => (
          <ZoneRow
            key={zone}
            name={zone.replaceAll('_', ' ')}
            isChosen={chosen !== null && zone === zoneName(chosen)}
            onChoose={() => onChoose(zone)}
          />
        ))}
      </ul>
      <p role="status" className="text-ink-2 empty:hidden">
        {found.length === 0 && text.noZone}
      </p>
    </>
  );
}

interface ZoneRowProps {
  name: string;
  isChosen: boolean;
  onChoose: () => void;
}

function ZoneRow({ name, isChosen, onChoose }: ZoneRowProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen ? 'true' : undefined}
        className="flex min-h-11 w-full items-center justify-between gap-3 rounded-md px-2 text-left -outline-offset-2 hover:bg-sunken md:min-h-8"
        onClick={onChoose}
      >
        <span className="min-w-0 wrap-anywhere">{name}</span>
        {isChosen && <Icon of={CheckIcon} className="shrink-0 text-accent" />}
      </button>
    </li>
  );
}
