import { MessageRecipients } from '@/lib/contracts/http/conversation';
import { MessageRecipientQuery } from '@/lib/contracts/http/conversation-requests';
import { findRecipients } from '@/lib/domain/conversation/policy';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Whom one may write, by name',
    tag: 'conversations',
    access: 'signed-in',
    query: MessageRecipientQuery,
    result: MessageRecipients,
  },
  async ({ query, user, services }) => ({ items: await findRecipients(services.database.sql, user, query) }),
);
