import * as z from 'zod/mini';
import { AttendanceStatus } from '@/lib/contracts/http/attendance';

/** A mark as a teacher wants it, over the version that they saw: 0, there was none. */
export const WantedMark = z.object({
  student_id: z.string(),
  /** `null`: taken back. */
  status: z.nullable(AttendanceStatus),
  custom_code: z.string(),
  remark: z.string(),
  version: z.int(),
});
export type WantedMark = z.infer<typeof WantedMark>;

/** One request that is still to be answered. */
export const QueuedPost = z.object({
  /** The same each time it is sent, so that the server does it once. */
  key: z.string(),
  session_id: z.string(),
  /** Why, where the class is closed. */
  reason: z.string(),
  marks: z.array(WantedMark),
  /** The whole class, or who of it has no mark, by one request; `marks` is what it will come to, as far as it is known. */
  all: z.nullable(z.object({ status: AttendanceStatus, only_unmarked: z.boolean() })),
  /** It may have arrived: what is in it stays as it is. */
  is_sent: z.boolean(),
});
export type QueuedPost = z.infer<typeof QueuedPost>;

/** A mark that was not saved, and why. Kept until the teacher has seen it. */
export const RefusedMark = z.object({
  session_id: z.string(),
  reason: z.string(),
  mark: WantedMark,
  /** The code of a problem. */
  code: z.string(),
  detail: z.string(),
  /** What somebody else has saved meanwhile, where that is why. */
  current: z.nullable(WantedMark),
});
export type RefusedMark = z.infer<typeof RefusedMark>;

/** What a browser keeps of one signed-in session: its requests in their order, and what came back unsaved. */
export const MarkQueue = z.object({ posts: z.array(QueuedPost), refused: z.array(RefusedMark) });
export type MarkQueue = z.infer<typeof MarkQueue>;

export const emptyQueue: MarkQueue = { posts: [], refused: [] };

/** As many students as one request takes. */
const mostMarks = 500;

interface Wanted {
  readonly key: string;
  readonly session_id: string;
  readonly reason: string;
  readonly marks: readonly WantedMark[];
  readonly all?: QueuedPost['all'];
}

/** Adds what is wanted to the end; into the last request, while nothing of that is on its way. */
export function enqueue(queue: MarkQueue, wanted: Wanted): MarkQueue {
  const { all = null, marks, ...rest } = wanted;
  const ids = new Set(marks.map(({ student_id }) => student_id));
  const isAnew = (refused: RefusedMark) =>
    refused.session_id === wanted.session_id && ids.has(refused.mark.student_id);
  const refused = queue.refused.filter((each) => !isAnew(each));
  const last = queue.posts.at(-1);
  if (last && all === null && takesMore(last, wanted)) {
    const merged = { ...last, marks: mergeMarks(last.marks, marks) };
    if (merged.marks.length <= mostMarks) return { posts: [...queue.posts.slice(0, -1), merged], refused };
  }
  const post: QueuedPost = { ...rest, marks: [...marks], all, is_sent: false };
  return { posts: [...queue.posts, post], refused };
}

const takesMore = (post: QueuedPost, wanted: Wanted) =>
  !post.is_sent &&
  post.all === null &&
  post.session_id === wanted.session_id &&
  post.reason === wanted.reason;

/** The later mark of a student counts; the version stays that of what was seen first. */
function mergeMarks(before: readonly WantedMark[], later: readonly WantedMark[]): WantedMark[] {
  const marks = new Map(before.map((mark) => [mark.student_id, mark]));
  for (const mark of later)
    marks.set(mark.student_id, { ...mark, version: marks.get(mark.student_id)?.version ?? mark.version });
  return [...marks.values()];
}

/** The first request is on its way. */
export const noteSent = (queue: MarkQueue, key: string): MarkQueue => ({
  ...queue,
  posts: queue.posts.map((post) => (post.key === key ? { ...post, is_sent: true } : post)),
});

/** The server has done it: what waits is over what there is now. */
export function noteSaved(queue: MarkQueue, key: string, saved: readonly WantedMark[]): MarkQueue {
  const done = queue.posts.find((post) => post.key === key);
  if (!done) return queue;
  return {
    ...queue,
    posts: queue.posts
      .filter((post) => post !== done)
      .map((post) => (post.session_id === done.session_id && !post.is_sent ? over(post, saved) : post)),
  };
}

/** What is queued, of the versions that there are now. */
function over(post: QueuedPost, current: readonly WantedMark[]): QueuedPost {
  const versions = new Map(current.map(({ student_id, version }) => [student_id, version]));
  const marks = post.marks.map((mark) => ({
    ...mark,
    version: versions.get(mark.student_id) ?? mark.version,
  }));
  return { ...post, marks };
}

interface Refusal {
  readonly code: string;
  readonly detail: string;
  /** The marks as they are, where another has changed one. */
  readonly current: readonly WantedMark[];
}

/**
 * The server did nothing of the request. What somebody else has changed is for the teacher to choose; the rest of the
 * request goes out again, with another key. Where it is not said which mark was not right, the halves are asked about.
 */
export function noteRefused(queue: MarkQueue, key: string, why: Refusal, newKey: () => string): MarkQueue {
  const post = queue.posts.find((each) => each.key === key);
  if (!post) return queue;
  const others = queue.posts.filter((each) => each !== post);
  const current = new Map(why.current.map((mark) => [mark.student_id, mark]));
  const isChanged = ({ student_id, version }: WantedMark) =>
    current.has(student_id) && current.get(student_id)?.version !== version;
  const changed = post.marks.filter(isChanged);
  const again = (marks: readonly WantedMark[]): QueuedPost[] =>
    marks.length === 0 ? [] : [{ ...post, key: newKey(), marks: [...marks], is_sent: false }];
  if (changed.length > 0) {
    const rest = post.marks.filter((mark) => !isChanged(mark));
    const conflicts = changed.map(newestOf).filter((mark) => !saysSame(mark, current.get(mark.student_id)));
    // What is queued after it was over the mark that was not saved: the newest wish is what is asked about.
    const ids = new Set(changed.map(({ student_id }) => student_id));
    return {
      posts: [...again(rest), ...others.map((each) => without(each, post.session_id, ids)).filter(isLeft)],
      refused: [...queue.refused, ...conflicts.map((mark) => refusedOf(post, mark, why, current))],
    };
  }
  if (mayBeHalved(post, why)) {
    const middle = Math.ceil(post.marks.length / 2);
    return {
      ...queue,
      posts: [...again(post.marks.slice(0, middle)), ...again(post.marks.slice(middle)), ...others],
    };
  }
  return {
    posts: others,
    refused: [...queue.refused, ...post.marks.map((mark) => refusedOf(post, mark, why, current))],
  };

  function newestOf(mark: WantedMark): WantedMark {
    const later = others
      .filter(({ session_id }) => session_id === post?.session_id)
      .flatMap(({ marks }) => marks)
      .findLast(({ student_id }) => student_id === mark.student_id);
    return later ? { ...later, version: mark.version } : mark;
  }
}

/** Of some refusals a single mark of the request is the cause. */
const mayBeHalved = (post: QueuedPost, { code }: Refusal) =>
  post.all === null && post.marks.length > 1 && code === 'attendance.not_in_course';

const isLeft = ({ marks, all }: QueuedPost) => marks.length > 0 || all !== null;

function without(post: QueuedPost, sessionId: string, ids: ReadonlySet<string>): QueuedPost {
  if (post.session_id !== sessionId || post.all !== null) return post;
  return { ...post, marks: post.marks.filter(({ student_id }) => !ids.has(student_id)) };
}

const refusedOf = (
  { session_id, reason }: QueuedPost,
  mark: WantedMark,
  { code, detail }: Refusal,
  current: ReadonlyMap<string, WantedMark>,
): RefusedMark => ({
  session_id,
  reason,
  mark,
  code,
  detail,
  current: current.get(mark.student_id) ?? null,
});

export const saysSame = (a: WantedMark, b: WantedMark | undefined): boolean =>
  a.status === b?.status && a.custom_code === b.custom_code && a.remark === b.remark;

/** The teacher has seen it. */
export const forgetRefused = (
  queue: MarkQueue,
  sessionId: string,
  studentIds: readonly string[],
): MarkQueue => ({
  ...queue,
  refused: queue.refused.filter(
    ({ session_id, mark }) => session_id !== sessionId || !studentIds.includes(mark.student_id),
  ),
});

/** What a class will be once everything queued is saved, by student. */
export function pendingMarks(queue: MarkQueue, sessionId: string): ReadonlyMap<string, WantedMark> {
  const own = queue.posts.filter(({ session_id }) => session_id === sessionId);
  return new Map(own.flatMap(({ marks }) => marks.map((mark) => [mark.student_id, mark] as const)));
}
