import { v7 as uuidv7 } from 'uuid';
import type { TemplateView } from '@/lib/contracts/http/notification-template';
import type { CreateTemplate, EditTemplate } from '@/lib/contracts/http/notification-template-requests';
import type { FieldError } from '@/lib/contracts/http/problem';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../../audit/record-change';
import { DomainProblem } from '../../problem';
import type { SignedIn } from '../../session/authenticate';
import { readTemplate, type TemplateText } from './queries';
import { readVariables } from './render-template';
import { requireTemplateAdmin } from './require-template-admin';

interface Request {
  readonly actor: SignedIn;
  readonly correlationId: string;
}

/**
 * A new template, or a new language of one.
 * @throws {DomainProblem} `auth.forbidden`; `request.invalid` with what is wrong with `title` and `body`;
 * `notification.template_exists`, also where that one was put away
 */
export async function createTemplate(
  unitOfWork: UnitOfWork,
  request: Request & { template: CreateTemplate },
): Promise<TemplateView> {
  const { actor, correlationId, template } = request;
  requireTemplateAdmin(actor);
  requireReadable(template);
  return unitOfWork.run({ correlationId }, async (tx) => {
    const id = uuidv7();
    const { rowCount } = await tx.query(
      `INSERT INTO notification_template (id, key, locale, title, body, updated_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (key, locale) DO NOTHING`,
      [id, template.key, template.locale, template.title, template.body, actor.userId],
    );
    if (rowCount === 0)
      throw new DomainProblem('notification.template_exists', {
        errors: [{ field: 'key', code: 'taken', message: 'It exists in this language already' }],
      });
    return recorded(tx, request, { id, before: null, action: 'created' });
  });
}

/**
 * The whole text anew, over the version that was seen.
 * @throws {DomainProblem} `auth.forbidden`, `resource.not_found`, `precondition.failed` with what another has saved;
 * `request.invalid` with what is wrong with `title` and `body`
 */
export async function editTemplate(
  unitOfWork: UnitOfWork,
  request: Request & { id: string; ifMatch: number; text: EditTemplate },
): Promise<TemplateView> {
  const { actor, correlationId, id, ifMatch, text } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const before = await takeTemplate(tx, actor, id);
    if (before.version !== ifMatch) throw new DomainProblem('precondition.failed', { current: before });
    requireReadable(text);
    await tx.query(
      `UPDATE notification_template SET title = $2, body = $3, updated_by = $4, updated_at = now(), version = version + 1
       WHERE id = $1`,
      [id, text.title, text.body, actor.userId],
    );
    return recorded(tx, request, { id, before, action: 'edited' });
  });
}

/**
 * Puts a template away, so that no command can name it, or takes it back. One that is so already stays as it is.
 * @throws {DomainProblem} `auth.forbidden`, `resource.not_found`
 */
export async function archiveTemplate(
  unitOfWork: UnitOfWork,
  request: Request & { id: string; archived: boolean },
): Promise<TemplateView> {
  const { actor, correlationId, id, archived } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const before = await takeTemplate(tx, actor, id);
    if (before.archived === archived) return before;
    await tx.query(
      `UPDATE notification_template SET archived_at = CASE WHEN $2 THEN now() END, updated_by = $3, updated_at = now(),
         version = version + 1
       WHERE id = $1`,
      [id, archived, actor.userId],
    );
    return recorded(tx, request, { id, before, action: archived ? 'archived' : 'restored' });
  });
}

/** Until the transaction ends nobody else writes it. */
async function takeTemplate(tx: EventfulTx, actor: SignedIn, id: string): Promise<TemplateView> {
  const { id: known } = await readTemplate(tx, actor, id);
  await tx.query('SELECT FROM notification_template WHERE id = $1 FOR UPDATE', [known]);
  return readTemplate(tx, actor, id);
}

async function recorded(
  tx: EventfulTx,
  request: Request,
  change: { id: string; before: TemplateView | null; action: 'created' | 'edited' | 'archived' | 'restored' },
): Promise<TemplateView> {
  const { id, before } = change;
  const after = await readTemplate(tx, request.actor, id);
  await recordChange(tx, request, {
    action: `notification_template.${change.action}`,
    subjectKind: 'notification_template',
    subjectId: id,
    before: before && saidBy(before),
    after: saidBy(after),
  });
  return after;
}

/** What of it somebody has decided; the rest follows. */
const saidBy = ({ key, locale, title, body, archived }: TemplateView) => ({
  key,
  locale,
  title,
  body,
  archived,
});

function requireReadable(text: TemplateText): void {
  const errors = textFaults(text);
  if (errors.length > 0) throw new DomainProblem('request.invalid', { errors });
}

/** What keeps a text from being a template, by the field it stands in. */
export function textFaults(text: TemplateText): FieldError[] {
  return (['title', 'body'] as const).flatMap((field) => {
    const read = readVariables(text[field]);
    return 'fault' in read ? [{ field, code: read.fault.code, message: read.fault.message }] : [];
  });
}
