import { useState } from 'react';
import { v4 as newKey } from 'uuid';
import * as z from 'zod/mini';
import { Button } from '@/components/ui/button';
import { Input, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { useForumText } from '@/lib/client/forum/forum-text';
import { useWritePost } from '@/lib/client/forum/write-post';
import { useMe } from '@/lib/client/session/me-context';
import { useKeptDraft } from '@/lib/client/session/use-kept-draft';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { tagsOf, type Written, wrongOf } from './written';
import { WrittenPreview } from './written-preview';

const Kept = z.object({ title: z.string(), content: z.string(), tags: z.string(), key: z.string() });
const fresh = () => ({ title: '', content: '', tags: '', key: newKey() });

/** A new thread. What is typed is kept over a reload, and sent once however often it is tried. */
export function WritePost({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const text = useForumText();
  const { problem } = useText();
  const me = useMe();
  const [values, setValues] = useState(fresh);
  const [isTried, setIsTried] = useState(false);
  const { keep, forget } = useKeptDraft({
    key: `forum-post:${me.id}:${courseId}`,
    schema: Kept,
    onRestore: setValues,
  });
  const { mutate, isPending, error, reset } = useWritePost(courseId);
  const wrong = wrongOf(values, text);
  const change = (changed: Partial<Written>) => {
    // What is changed after it was tried is another thread.
    const next = { ...values, ...changed, ...(error && { key: newKey() }) };
    setValues(next);
    keep(next);
    reset();
  };
  const send = () => {
    setIsTried(true);
    if (Object.values(wrong).some((each) => each !== undefined)) return;
    const body = { title: values.title.trim(), content: values.content.trim(), tags: tagsOf(values.tags) };
    mutate(
      { key: values.key, body },
      {
        onSuccess: () => {
          forget();
          toast.success(text.posted);
          onClose();
        },
      },
    );
  };
  return (
    <form
      aria-label={text.write}
      className="mb-6 grid gap-4 border-b pb-6"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <WrittenFields values={values} wrong={isTried ? wrong : {}} onChange={change} />
      {error && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, error, text.problems)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={isPending}>
          {text.post}
        </Button>
        <Button
          onClick={() => {
            forget();
            onClose();
          }}
        >
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}

interface WrittenFieldsProps {
  values: Written;
  wrong: Partial<Record<keyof Written, string | undefined>>;
  onChange: (changed: Partial<Written>) => void;
}

/** What a thread is written in. */
export function WrittenFields({ values, wrong, onChange }: WrittenFieldsProps) {
  const text = useForumText();
  return (
    <>
      <Field label={text.writeTitle} error={wrong.title}>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            autoComplete="off"
            maxLength={200}
            value={values.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <ContentField
        value={values.content}
        error={wrong.content}
        onChange={(content) => onChange({ content })}
      />
      <Field label={text.writeTags} hint={text.tagsHint} error={wrong.tags} optional>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            autoComplete="off"
            maxLength={200}
            value={values.tags}
            onChange={(event) => onChange({ tags: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

interface ContentFieldProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The words of a thread or a reply. */
export function ContentField({ value, error, onChange }: ContentFieldProps) {
  const text = useForumText();
  return (
    <>
      <Field label={text.writeText} hint={text.writeHint} error={error}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            maxLength={20_000}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <WrittenPreview content={value} />
    </>
  );
}
