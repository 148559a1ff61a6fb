import { X } from 'lucide-react';
import { useState } from 'react';
import { v4 as newKey } from 'uuid';
import * as z from 'zod/mini';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { useForumText } from '@/lib/client/forum/forum-text';
import { useWriteReply } from '@/lib/client/forum/write-reply';
import { useMe } from '@/lib/client/session/me-context';
import { useKeptDraft } from '@/lib/client/session/use-kept-draft';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ForumReplyView, ForumThread } from '@/lib/contracts/http/forum';
import { WrittenPreview } from './written-preview';

/** With the key it is sent with: tried again, it is the same reply. */
const Kept = z.object({ content: z.string(), key: z.string() });
const fresh = () => ({ content: '', key: newKey() });

interface ReplyComposerProps {
  thread: ForumThread;
  /** The reply that is answered; `null`: the thread. */
  parent: ForumReplyView | null;
  onParent: (parent: ForumReplyView | null) => void;
}

/**
 * Writes a reply. Sent, it stands at once above the empty field, as on its way; refused, its words are back in the field.
 * They are kept over a reload.
 */
export function ReplyComposer({ thread, parent, onParent }: ReplyComposerProps) {
  const text = useForumText();
  const { problem } = useText();
  const me = useMe();
  const [draft, setDraft] = useState(fresh);
  const { keep, forget } = useKeptDraft({
    key: `forum-reply:${me.id}:${thread.id}`,
    schema: Kept,
    onRestore: setDraft,
  });
  const { mutate, isPending, variables, error } = useWriteReply(thread.id);
  const content = draft.content.trim();
  const send = () => {
    if (content === '' || isPending) return;
    const sent = draft;
    setDraft(fresh());
    mutate(
      { key: sent.key, body: { content, parent_id: parent?.id ?? null } },
      {
        onSuccess: () => {
          forget();
          onParent(null);
        },
        // What was typed meanwhile comes behind it.
        onError: () =>
          setDraft((typed) =>
            typed.content === '' ? sent : { content: `${sent.content}\n\n${typed.content}`, key: newKey() },
          ),
      },
    );
  };
  return (
    <>
      {isPending && (
        <div className="mb-4 border-b pb-3 opacity-70" data-pending="">
          <p role="status" className="text-sm text-ink-3">
            <bdi className="font-strong">{me.name}</bdi> · {text.sending}
          </p>
          <p className="max-w-prose whitespace-pre-line wrap-anywhere" dir="auto">
            {variables.body.content}
          </p>
        </div>
      )}
      <form
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {parent && (
          <p className="flex items-center gap-2 text-sm text-ink-2">
            {text.answering(parent.author.name)}
            <Button look="quiet" size="icon" aria-label={text.toThread} onClick={() => onParent(null)}>
              <Icon of={X} />
            </Button>
          </p>
        )}
        <Field label={text.yourReply} hint={text.writeHint}>
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              className="min-h-24"
              maxLength={20_000}
              value={draft.content}
              onChange={(event) => {
                // Changed after it was refused it is another reply.
                const next = { content: event.target.value, key: error ? newKey() : draft.key };
                setDraft(next);
                keep(next);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
                event.preventDefault();
                send();
              }}
            />
          )}
        </Field>
        <WrittenPreview content={draft.content} />
        {error && (
          <p role="alert" className="text-danger">
            {text.notSent} {describeProblem(problem, error, text.problems)}
          </p>
        )}
        <div>
          <Button type="submit" look="primary" disabled={isPending || content === ''}>
            {text.send}
          </Button>
        </div>
      </form>
    </>
  );
}
