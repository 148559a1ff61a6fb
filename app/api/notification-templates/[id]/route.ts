import { createHash } from 'node:crypto';
import * as z from 'zod';
import { TemplateView } from '@/lib/contracts/http/notification-template';
import { EditTemplate } from '@/lib/contracts/http/notification-template-requests';
import { readTemplate } from '@/lib/domain/notification/template/queries';
import { editTemplate } from '@/lib/domain/notification/template/write-template';
import { versionTag } from '../../conditional-request';
import { userRoute } from '../../route-wrapper';

/** What a command has to give values for follows from the other languages too. */
function tagOf({ version, needed }: TemplateView): string {
  const hash = createHash('sha256').update(needed.join(' ')).digest('hex').slice(0, 8);
  return versionTag(
    version,
    hash.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit))),
  );
}

export const GET = userRoute(
  {
    summary: 'A template in one language',
    tag: 'notifications',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: TemplateView,
    etag: tagOf,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => readTemplate(services.database.sql, user, params.id),
);

export const PUT = userRoute(
  {
    summary: 'Write a template anew',
    tag: 'notifications',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: EditTemplate,
    result: TemplateView,
    ifMatch: 'required',
    etag: tagOf,
    problems: ['resource.not_found'],
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    editTemplate(services.unitOfWork, { actor: user, correlationId, id: params.id, ifMatch, text: body }),
);
