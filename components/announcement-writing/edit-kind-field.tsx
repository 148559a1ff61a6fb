'use client';

import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import type { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';

export type EditKind = EditAnnouncement['edit'];

const kinds = ['minor', 'reannounce'] as const;

interface EditKindFieldProps {
  value: EditKind;
  onChange: (kind: EditKind) => void;
}

/** What a change of something public does to its readers, said before it is done. */
export function EditKindField({ value, onChange }: EditKindFieldProps) {
  const text = useWritingText().edit;
  return (
    <div className="grid gap-1.5">
      <SegmentedControl
        label={text.kind}
        showLabel
        options={kinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        value={value}
        onChange={onChange}
      />
      <p role="status" className="text-sm text-ink-2">
        {text[value]}
      </p>
    </div>
  );
}
