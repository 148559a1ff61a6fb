import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useForumText } from '@/lib/client/forum/forum-text';
import { useEditPost } from '@/lib/client/forum/write-post';
import { useEditReply } from '@/lib/client/forum/write-reply';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ForumReplyView, ForumThread } from '@/lib/contracts/http/forum';
import { ContentField, WrittenFields } from './write-post';
import { tagsOf, type Written, wrongOf } from './written';

interface EditDialogProps {
  thread: ForumThread;
  reply?: ForumReplyView;
  onClose: () => void;
}

/**
 * The author changes the words. Changed meanwhile in another window, that is said, and saving again goes over the version
 * that is shown by then.
 */
export function EditDialog({ thread, reply, onClose }: EditDialogProps) {
  const text = useForumText();
  const { problem } = useText();
  const editPost = useEditPost(thread);
  const editReply = useEditReply(reply ?? thread);
  const { isPending, error } = reply ? editReply : editPost;
  const [values, setValues] = useState({
    title: thread.title,
    content: (reply ?? thread).content,
    tags: thread.tags.join(', '),
  });
  const change = (changed: Partial<Written>) => setValues({ ...values, ...changed });
  const wrong = wrongOf(values, text);
  const isWrong = reply ? wrong.content : (wrong.title ?? wrong.content ?? wrong.tags);
  const content = values.content.trim();
  const save = () => {
    if (reply) editReply.mutate(content, { onSuccess: onClose });
    else
      editPost.mutate(
        { title: values.title.trim(), content, tags: tagsOf(values.tags) },
        { onSuccess: onClose },
      );
  };
  const isLate = error instanceof ApiProblem && error.status === 412;
  return (
    <Dialog
      open
      isWide
      onOpenChange={onClose}
      title={text.edit}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={isPending || isWrong !== undefined} onClick={save}>
            {text.save}
          </Button>
        </>
      }
    >
      {reply ? (
        <ContentField
          value={values.content}
          error={wrong.content}
          onChange={(content) => change({ content })}
        />
      ) : (
        <WrittenFields values={values} wrong={wrong} onChange={change} />
      )}
      {error && (
        <p role="alert" className="text-danger">
          {isLate ? text.changedMeanwhile : describeProblem(problem, error, text.problems)}
        </p>
      )}
    </Dialog>
  );
}
