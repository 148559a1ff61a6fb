import * as contentReportDecide from '../content-reports/[id]/decide/route';
import * as contentReports from '../content-reports/route';
import * as forumFollow from '../courses/[id]/forum/follow/route';
import * as forumRead from '../courses/[id]/forum/read/route';
import * as forum from '../courses/[id]/forum/route';
import * as forumSummary from '../courses/[id]/forum/summary/route';
import * as forumPostAccept from '../forum/posts/[id]/accept/route';
import * as forumPostFollow from '../forum/posts/[id]/follow/route';
import * as forumPostModerate from '../forum/posts/[id]/moderate/route';
import * as forumPostRead from '../forum/posts/[id]/read/route';
import * as forumReplies from '../forum/posts/[id]/replies/route';
import * as forumPostReport from '../forum/posts/[id]/report/route';
import * as forumPost from '../forum/posts/[id]/route';
import * as forumReplyHide from '../forum/replies/[id]/hide/route';
import * as forumReplyReport from '../forum/replies/[id]/report/route';
import * as forumReply from '../forum/replies/[id]/route';

/** The routes of discussions, and of what is reported there and in conversations, by their folder. */
export const forumRoutes = {
  '/api/content-reports': contentReports,
  '/api/content-reports/[id]/decide': contentReportDecide,
  '/api/courses/[id]/forum': forum,
  '/api/courses/[id]/forum/follow': forumFollow,
  '/api/courses/[id]/forum/read': forumRead,
  '/api/courses/[id]/forum/summary': forumSummary,
  '/api/forum/posts/[id]': forumPost,
  '/api/forum/posts/[id]/accept': forumPostAccept,
  '/api/forum/posts/[id]/follow': forumPostFollow,
  '/api/forum/posts/[id]/moderate': forumPostModerate,
  '/api/forum/posts/[id]/read': forumPostRead,
  '/api/forum/posts/[id]/replies': forumReplies,
  '/api/forum/posts/[id]/report': forumPostReport,
  '/api/forum/replies/[id]': forumReply,
  '/api/forum/replies/[id]/hide': forumReplyHide,
  '/api/forum/replies/[id]/report': forumReplyReport,
};
