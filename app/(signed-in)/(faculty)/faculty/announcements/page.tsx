import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { AuthorBoard } from '@/components/announcement/author-board';

export const generateMetadata = titled((text) => text.reach.own);

/** Also for who may not announce any more: what they wrote stays theirs. */
export default async function FacultyAnnouncements() {
  await requireUser('/faculty/announcements', ['faculty']);
  return <AuthorBoard />;
}
