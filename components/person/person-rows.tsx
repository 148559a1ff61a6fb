'use client';

import { useWindowRows } from '@/lib/client/keyboard/use-window-rows';
import { usePersonText } from '@/lib/client/person/person-text';
import type { PersonView } from '@/lib/contracts/http/person';
import { PersonItem } from './person-item';

export interface PersonRowsProps {
  people: readonly PersonView[];
  hasMore: boolean;
  onNearEnd: () => void;
}

/** The people of a university, however many. */
export function PersonRows({ people, hasMore, onNearEnd }: PersonRowsProps) {
  const text = usePersonText();
  const { items, listProps, rowProps } = useWindowRows({
    rows: people,
    rowPx: 47,
    overscan: 10,
    hasMore,
    onNearEnd,
  });
  return (
    <ul {...listProps} aria-label={text.title}>
      {items.map((item) => {
        const person = people[item.index];
        return person && <PersonItem key={person.id} {...rowProps(item)} person={person} />;
      })}
    </ul>
  );
}
