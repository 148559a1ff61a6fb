'use client';

import { clsx } from 'clsx';
import { useDeferredValue, useEffect, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { AnnouncementBody } from '@/components/announcement/announcement-body';
import { Input, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { AnnouncementDraft } from '@/lib/client/announcement/announcement-form';
import { useWritingText } from '@/lib/client/announcement/writing-text';

const views = ['text', 'preview', 'both'] as const;

/** Title and body: as Markdown, as its readers will see it, or both beside each other. */
export function TextFields() {
  const text = useWritingText();
  const { register, formState } = useFormContext<AnnouncementDraft>();
  const { title, content } = formState.errors;
  const [view, setView] = useState<(typeof views)[number]>('text');
  // What is wrong with the text can be put right only where it is.
  useEffect(() => {
    if (content) setView((last) => (last === 'preview' ? 'text' : last));
  }, [content]);
  return (
    <div className="grid content-start gap-5">
      <Field label={text.title} error={title?.message}>
        {(control) => <Input {...control} autoComplete="off" dir="auto" {...register('title')} />}
      </Field>
      <div className="grid gap-2">
        <SegmentedControl
          label={text.show}
          options={views.map((value) => ({ value, label: text.views[value] }))}
          value={view}
          onChange={setView}
        />
        <div className={clsx('grid gap-4', view === 'both' && 'lg:grid-cols-2')}>
          <div className={view === 'preview' ? 'hidden' : undefined}>
            <Field label={text.text} hint={text.textHint} error={content?.message}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={16}
                  dir="auto"
                  className="field-sizing-content max-h-[60dvh] min-h-52 md:min-h-80"
                  {...register('content')}
                />
              )}
            </Field>
          </div>
          {view !== 'text' && <Preview />}
        </div>
      </div>
    </div>
  );
}

function Preview() {
  const text = useWritingText();
  const { control } = useFormContext<AnnouncementDraft>();
  const [title, content] = useDeferredValue(useWatch({ control, name: ['title', 'content'] }));
  return (
    <section aria-label={text.preview} className="grid min-w-0 content-start gap-4 border-l-2 pl-4 text-md">
      {title.trim() === '' && content.trim() === '' && <p className="text-ink-3">{text.nothingToPreview}</p>}
      {title.trim() !== '' && (
        <h2 className="text-xl wrap-anywhere" dir="auto">
          {title}
        </h2>
      )}
      <AnnouncementBody text={content} />
    </section>
  );
}
