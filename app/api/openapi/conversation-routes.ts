import * as conversationArchive from '../conversations/[id]/archive/route';
import * as messageFile from '../conversations/[id]/files/[fileId]/route';
import * as messageFiles from '../conversations/[id]/files/route';
import * as conversationLeave from '../conversations/[id]/leave/route';
import * as conversationMember from '../conversations/[id]/members/[userId]/route';
import * as conversationMembers from '../conversations/[id]/members/route';
import * as messageDelete from '../conversations/[id]/messages/[messageId]/delete/route';
import * as messageReport from '../conversations/[id]/messages/[messageId]/report/route';
import * as message from '../conversations/[id]/messages/[messageId]/route';
import * as messages from '../conversations/[id]/messages/route';
import * as conversationMute from '../conversations/[id]/mute/route';
import * as conversationRead from '../conversations/[id]/read/route';
import * as conversation from '../conversations/[id]/route';
import * as conversationUnread from '../conversations/[id]/unread/route';
import * as conversations from '../conversations/route';
import * as unreadConversations from '../conversations/unread-count/route';
import * as messaging from '../me/messaging/route';
import * as messageRecipients from '../message-recipients/route';
import * as messageSearch from '../message-search/route';

/** The routes of conversations by their folder. */
export const conversationRoutes = {
  '/api/conversations': conversations,
  '/api/conversations/unread-count': unreadConversations,
  '/api/conversations/[id]': conversation,
  '/api/conversations/[id]/messages': messages,
  '/api/conversations/[id]/messages/[messageId]': message,
  '/api/conversations/[id]/messages/[messageId]/delete': messageDelete,
  '/api/conversations/[id]/messages/[messageId]/report': messageReport,
  '/api/conversations/[id]/read': conversationRead,
  '/api/conversations/[id]/unread': conversationUnread,
  '/api/conversations/[id]/mute': conversationMute,
  '/api/conversations/[id]/archive': conversationArchive,
  '/api/conversations/[id]/leave': conversationLeave,
  '/api/conversations/[id]/members': conversationMembers,
  '/api/conversations/[id]/members/[userId]': conversationMember,
  '/api/conversations/[id]/files': messageFiles,
  '/api/conversations/[id]/files/[fileId]': messageFile,
  '/api/message-search': messageSearch,
  '/api/me/messaging': messaging,
  '/api/message-recipients': messageRecipients,
};
