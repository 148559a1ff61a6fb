import type { ForumReplyView } from '@/lib/contracts/http/forum';

export interface ReplyBranch {
  readonly reply: ForumReplyView;
  /** All that answer it or one of those that do, in their order. */
  readonly answers: readonly ForumReplyView[];
}

/** Replies one level deep: an answer to an answer stands beside it. Whose parent is not there stands for itself. */
export function nestReplies(replies: readonly ForumReplyView[]): ReplyBranch[] {
  const branches = new Map<string, { reply: ForumReplyView; answers: ForumReplyView[] }>();
  const rootOf = new Map<string, string>();
  for (const reply of replies) {
    const root = reply.parent_id === null ? undefined : rootOf.get(reply.parent_id);
    const branch = root === undefined ? undefined : branches.get(root);
    rootOf.set(reply.id, branch ? branch.reply.id : reply.id);
    if (branch) branch.answers.push(reply);
    else branches.set(reply.id, { reply, answers: [] });
  }
  return [...branches.values()];
}
