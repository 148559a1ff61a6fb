import * as messages from '../conversations/[id]/messages/route';
import * as conversationRead from '../conversations/[id]/read/route';
import * as conversation from '../conversations/[id]/route';
import * as conversations from '../conversations/route';
import * as unreadConversations from '../conversations/unread-count/route';
import * as messageRecipients from '../message-recipients/route';

/** The routes of conversations by their folder. */
export const conversationRoutes = {
  '/api/conversations': conversations,
  '/api/conversations/unread-count': unreadConversations,
  '/api/conversations/[id]': conversation,
  '/api/conversations/[id]/messages': messages,
  '/api/conversations/[id]/read': conversationRead,
  '/api/message-recipients': messageRecipients,
};
