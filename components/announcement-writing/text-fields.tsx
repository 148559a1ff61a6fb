'use client';

import { clsx } from 'clsx';
import { useDeferredValue, useEffect, useState } from 'react';
import { AnnouncementBody } from '@/components/announcement/announcement-body';
import { Input, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { takeTyped } from '@/lib/client/form/use-form-state';
import { useWritingForm } from './writing-form';

const views = ['text', 'preview', 'both'] as const;

/** Title and body: as Markdown, as its readers will see it, or both beside each other. */
export function TextFields() {
  const text = useWritingText();
  const { form, values, errors } = useWritingForm();
  const wrongText = errors.get('content');
  const typeTitle = (title: string) => form.change({ title });
  const typeText = (content: string) => form.change({ content });
  const [view, setView] = useState<(typeof views)[number]>('text');
  // What is wrong with the text can be put right only where it is.
  useEffect(() => {
    if (wrongText !== undefined) setView((last) => (last === 'preview' ? 'text' : last));
  }, [wrongText]);
  return (
    <div className="grid content-start gap-5">
      <Field label={text.title} error={errors.get('title')}>
        {(control) => (
          <Input
            {...control}
            ref={takeTyped(values.title, typeTitle)}
            autoComplete="off"
            dir="auto"
            value={values.title}
            onChange={(event) => typeTitle(event.target.value)}
          />
        )}
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
            <Field label={text.text} hint={text.textHint} error={wrongText}>
              {(control) => (
                <Textarea
                  {...control}
                  ref={takeTyped(values.content, typeText)}
                  rows={16}
                  dir="auto"
                  className="field-sizing-content max-h-[60dvh] min-h-52 md:min-h-80"
                  value={values.content}
                  onChange={(event) => typeText(event.target.value)}
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
  const { title, content } = useDeferredValue(useWritingForm().values);
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
