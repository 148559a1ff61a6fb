import type { Locale } from '@/lib/contracts/http/locale';
import type { CommandView } from '@/lib/contracts/http/notification-command';
import { SendNotification } from '@/lib/contracts/http/notification-command-requests';
import type { TemplatePreview } from '@/lib/contracts/http/notification-template';
import type { PreviewTemplate, TestTemplate } from '@/lib/contracts/http/notification-template-requests';
import type { FieldError } from '@/lib/contracts/http/problem';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../../problem';
import type { SignedIn } from '../../session/authenticate';
import { requestCommand } from '../command/request-command';
import { otherTexts, readTemplate, type TemplateText, variablesOf } from './queries';
import { fitting } from './read-wordings';
import { readValues, renderTemplate } from './render-template';
import { requireTemplateAdmin } from './require-template-admin';
import { textFaults } from './write-template';

/**
 * What would be sent if a text were saved and a command gave these values, or all that is wrong with them.
 * @throws {DomainProblem} `auth.forbidden`
 */
export async function previewTemplate(
  sql: SqlTx,
  actor: SignedIn,
  given: PreviewTemplate,
): Promise<TemplatePreview> {
  requireTemplateAdmin(actor);
  return tryText(sql, given, given.values);
}

/**
 * Sends what a template says with these values to the administrator who asks, as any command is sent; to nobody else. Its
 * language is the template's, and not the reader's.
 * @throws {DomainProblem} `auth.forbidden`, `resource.not_found`; `request.invalid` naming `title`, `body`,
 * `values.<variable>` or `channels`
 */
export async function sendTest(
  { sql, unitOfWork }: { sql: SqlTx; unitOfWork: UnitOfWork },
  request: { actor: SignedIn; correlationId: string; id: string; test: TestTemplate },
): Promise<CommandView> {
  const { actor, correlationId, id, test } = request;
  const template = await readTemplate(sql, actor, id);
  const { title, message, faults } = await tryText(sql, template, test.values);
  if (title === null || message === null) throw new DomainProblem('request.invalid', { errors: faults });
  const wish = SendNotification.parse({
    title,
    message,
    channels: test.channels,
    target_audience: 'users',
    target_details: { user_ids: [actor.userId] },
  });
  try {
    return await requestCommand(unitOfWork, { actor, correlationId, wish });
  } catch (error) {
    throw error instanceof DomainProblem ? ofChannels(error) : error;
  }
}

async function tryText(
  sql: SqlTx,
  text: TemplateText & { readonly key: string; readonly locale: Locale },
  data: PreviewTemplate['values'],
): Promise<TemplatePreview> {
  const needed = variablesOf([text, ...(await otherTexts(sql, text.key, text.locale))]);
  const read = readValues(needed, data);
  const faults = textFaults(text);
  if ('faults' in read)
    for (const { code, variable, message } of read.faults)
      faults.push({ field: `values.${variable}`, code, message });
  if (faults.length > 0) return { title: null, message: null, needed, faults };
  const title = filled(text.title, needed, data, 'title');
  const message = filled(text.body, needed, data, 'message');
  if (typeof title === 'string' && typeof message === 'string') return { title, message, needed, faults };
  return {
    title: null,
    message: null,
    needed,
    faults: [title, message].filter((each) => typeof each !== 'string'),
  };
}

/** What is sent, where it can be. */
function filled(
  text: string,
  needed: readonly string[],
  data: PreviewTemplate['values'],
  as: 'title' | 'message',
): string | FieldError {
  const field = as === 'title' ? 'title' : 'body';
  const rendered = renderTemplate(text, needed, data);
  if ('fault' in rendered) return { field, code: rendered.fault.code, message: rendered.fault.message };
  const fits = fitting[as].safeParse(rendered.text);
  return fits.success
    ? fits.data
    : { field, code: 'length', message: 'With these values the text is empty or too long' };
}

/** Who is told is not chosen here: where that is refused, no channel leads to the one who asks. */
function ofChannels(problem: DomainProblem): DomainProblem {
  const errors = problem.details.errors?.map((error) =>
    error.field === 'target_details' ? { ...error, field: 'channels' } : error,
  );
  return errors ? new DomainProblem(problem.code, { ...problem.details, errors }) : problem;
}
