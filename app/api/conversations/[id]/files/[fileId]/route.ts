import * as z from 'zod';
import { FileAnswer } from '@/lib/contracts/http/file-answer';
import { readMessageFile } from '@/lib/domain/conversation/read-file';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The file of a message, for those who may read the message',
    tag: 'conversations',
    access: 'signed-in',
    params: z.object({ id: z.string(), fileId: z.string() }),
    result: FileAnswer,
    isFile: true,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => readMessageFile(services.database.sql, user.userId, params),
);
