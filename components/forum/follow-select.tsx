import { useId } from 'react';
import { Select } from '@/components/ui/controls';
import { useForumText } from '@/lib/client/forum/forum-text';
import type { FollowLevel } from '@/lib/contracts/http/forum';

interface FollowSelectProps {
  label: string;
  level: FollowLevel | null;
  /** The words for following no closer than elsewhere, where that can be chosen. */
  none?: string;
  onChange: (level: FollowLevel | null) => void;
}

// Not the shape's own list: the page would load all of it for three words.
const levels = ['muted', 'normal', 'watching'] as const satisfies FollowLevel[];

/** How closely to follow a thread or a course. */
export function FollowSelect({ label, level, none, onChange }: FollowSelectProps) {
  const text = useForumText();
  const id = useId();
  return (
    <div className="flex max-w-full flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={level ?? ''}
        onChange={({ target }) => onChange(levels.find((each) => each === target.value) ?? null)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {levels.map((each) => (
          <option key={each} value={each}>
            {text.levels[each]}
          </option>
        ))}
      </Select>
    </div>
  );
}
