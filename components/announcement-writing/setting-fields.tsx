'use client';

import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { isPublic } from '@/lib/client/announcement/announcement-change';
import { targetOf } from '@/lib/client/announcement/announcement-form';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { AudienceFields, AudienceInWords } from './audience-fields';
import { type EditKind, EditKindField } from './edit-kind-field';
import { MomentField } from './moment-field';
import { OptionFields } from './option-fields';
import { WhenFields } from './when-fields';
import { audienceOf, useWritingForm } from './writing-form';

interface SettingFieldsProps {
  /** The announcement that is changed; `null` for a new one. */
  saved: AnnouncementView | null;
  kind: EditKind;
  onKind: (kind: EditKind) => void;
}

/** Whom it is for, when, and how it is shown. On a phone they fold below the text, once somebody is chosen. */
export function SettingFields({ saved, kind, onKind }: SettingFieldsProps) {
  const text = useWritingText();
  const { values, errors, tries } = useWritingForm();
  const [isOpen, setIsOpen] = useState(() => targetOf(values) === null || saved === null);
  const contentId = useId();
  const hasPublic = saved !== null && isPublic(saved.status);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each try, what is wrong below comes into sight
  useEffect(() => {
    const above: readonly string[] = ['title', 'content', 'root'];
    if ([...errors.keys()].some((field) => !above.includes(field))) setIsOpen(true);
  }, [tries, errors]);
  return (
    <section aria-label={text.settings} className="grid min-w-0 gap-5">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={contentId}
        className="flex min-h-11 items-center justify-between border-b font-strong md:hidden"
        onClick={() => setIsOpen(!isOpen)}
      >
        {text.settings}
        <Icon of={ChevronDown} className={clsx('shrink-0', isOpen && 'rotate-180')} />
      </button>
      {!isOpen && (
        <div className="md:hidden">
          <WatchedAudience />
        </div>
      )}
      <div id={contentId} className={clsx('grid min-w-0 gap-5', !isOpen && 'max-md:hidden')}>
        {saved?.status === 'published' && <EditKindField value={kind} onChange={onKind} />}
        {hasPublic ? (
          <div>
            <WatchedAudience />
            <p className="text-sm text-ink-3">{text.fixedAudience}</p>
          </div>
        ) : (
          <>
            <AudienceFields />
            <WhenFields />
          </>
        )}
        <MomentField name="expires" label={text.expires} hint={text.expiresHint} optional />
        <OptionFields />
      </div>
    </section>
  );
}

function WatchedAudience() {
  const { values } = useWritingForm();
  return <AudienceInWords audience={audienceOf(values)} />;
}
