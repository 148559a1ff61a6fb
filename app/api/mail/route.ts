import { MailList } from '@/lib/contracts/http/mail';
import { MailListQuery } from '@/lib/contracts/http/mail-requests';
import { listMail } from '@/lib/domain/mail/queries';
import { DomainProblem } from '@/lib/domain/problem';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The mail that would be sent, newest first; only where there is no mail server',
    tag: 'service',
    access: ['admin'],
    query: MailListQuery,
    result: MailList,
    problems: ['resource.not_found'],
  },
  async ({ query, services }) => {
    if (!services.keepsMail) throw new DomainProblem('resource.not_found');
    return listMail(services.database.sql, pageOf('mail', query));
  },
);
