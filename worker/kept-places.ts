/** What may be kept on the device. Whatever stands in neither table is never kept: all of the staff's pages among it. */
const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pages = [
  /^\/(?:home|faculty|inbox|announcements|timetable|attendance)$/,
  new RegExp(`^/announcements/${id}$`),
  new RegExp(`^/courses/${id}/discussion(?:/${id})?$`),
];
const answers = [
  /^\/api\/notifications(?:\/unread-count)?$/,
  new RegExp(`^/api/notifications/${id}$`),
  /^\/api\/announcements$/,
  /^\/api\/timetable\/week$/,
  /^\/api\/attendance\/standing$/,
  new RegExp(`^/api/announcements/${id}$`),
  new RegExp(`^/api/courses/${id}/forum(?:/summary)?$`),
  new RegExp(`^/api/forum/posts/${id}(?:/replies)?$`),
];

/** Where each role begins, in the order in which they are tried when the app is opened at `/`. */
export const homes = ['/home', '/faculty', '/inbox'] as const;

export function isKeptPage(pathname: string): boolean {
  return pages.some((page) => page.test(pathname));
}

/** What narrows a list to a part that is not kept, or goes on with it. */
const narrows = ['cursor', 'query', 'course_id', 'tag', 'show'];

/** The first page of a list, or one row. Not what somebody searched for or a course's own, and not what an author has written. */
export function isKeptAnswer({ pathname, searchParams }: URL): boolean {
  if (narrows.some((name) => searchParams.has(name)) || Number(searchParams.get('after')) > 0) return false;
  if (searchParams.get('scope') === 'authored') return false;
  return answers.some((answer) => answer.test(pathname));
}

/** The page that shows what an answer holds, when it is one that a list leads to. Which course a thread is of, the page says. */
export function pageOfAnswer({ pathname }: URL, askedBy: string | null): string | null {
  const thread = new RegExp(`^/api/forum/posts/(${id})$`).exec(pathname)?.[1];
  if (thread !== undefined) {
    const page = askedBy !== null && URL.canParse(askedBy) ? new URL(askedBy).pathname : '';
    return isKeptPage(page) && page.endsWith(`/discussion/${thread}`) ? page : null;
  }
  const page = pathname.replace(/^\/api/, '').replace(/\/forum$/, '/discussion');
  return /^\/(?:announcements|courses)\/./.test(page) && isKeptPage(page) ? page : null;
}

/** Rows that were opened, discussions, and their pages: there are ever more of them, so the oldest go. */
export const isOpened = ({ pathname }: URL): boolean =>
  new RegExp(`/${id}(?:/(?:replies|discussion|forum|forum/summary))?$`).test(pathname);
