import { v7 as uuidv7 } from 'uuid';
import type { ConversationDetail } from '@/lib/contracts/http/conversation';
import { MOST_MEMBERS, type StartConversation } from '@/lib/contracts/http/conversation-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { inCourses, teachesCourse } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takeConversation } from './membership';
import { requireRecipients } from './policy';
import { publishConversation } from './publish-conversation';
import { readConversation } from './read-conversation';

interface Start {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly given: StartConversation;
}
type Given<Type extends StartConversation['type']> = Extract<StartConversation, { type: Type }>;

/**
 * Starts a conversation. Of two people there is one direct conversation: asked for again, it is answered.
 * @throws {DomainProblem} `conversation.not_allowed`, `conversation.too_many`, `resource.not_found` for a course one does not
 * teach
 */
export async function startConversation(unitOfWork: UnitOfWork, start: Start): Promise<ConversationDetail> {
  const { actor, correlationId, given } = start;
  return unitOfWork.run({ correlationId }, async (tx) =>
    readConversation(tx, actor.userId, await startOne(tx, actor, given)),
  );
}

function startOne(tx: EventfulTx, actor: SignedIn, given: StartConversation): Promise<string> {
  switch (given.type) {
    case 'direct':
      return startDirect(tx, actor, given);
    case 'group':
      return startGroup(tx, actor, given);
    case 'course':
      return startOfCourse(tx, actor, given);
  }
}

async function startDirect(tx: EventfulTx, actor: SignedIn, given: Given<'direct'>): Promise<string> {
  const other = given.user_id.toLowerCase();
  const directKey = [actor.userId, other].sort().join(' ');
  // One that is there goes on, whatever the two have in common by now.
  const { rows } = await tx.query<{ id: string }>('SELECT id FROM conversation WHERE direct_key = $1', [
    directKey,
  ]);
  if (rows[0]) return rows[0].id;
  await requireRecipients(tx, actor, [other], () => 'user_id');
  const id = uuidv7();
  const { rowCount } = await tx.query(
    `INSERT INTO conversation (id, type, direct_key, created_by) VALUES ($1, 'direct', $2, $3)
     ON CONFLICT (direct_key) DO NOTHING`,
    [id, directKey, actor.userId],
  );
  // Both have started it in the same moment: the other's is there by now.
  if (rowCount === 0) return startDirect(tx, actor, given);
  await join(tx, id, [actor.userId, other], []);
  await tellOfNew(tx, actor, id);
  return id;
}

async function startGroup(tx: EventfulTx, actor: SignedIn, given: Given<'group'>): Promise<string> {
  const others = [...new Set(given.user_ids.map((id) => id.toLowerCase()))].filter(
    (id) => id !== actor.userId,
  );
  if (others.length + 1 > MOST_MEMBERS) throw new DomainProblem('conversation.too_many');
  await requireRecipients(tx, actor, others, (index) => `user_ids.${index}`);
  const id = uuidv7();
  await tx.query(`INSERT INTO conversation (id, type, title, created_by) VALUES ($1, 'group', $2, $3)`, [
    id,
    given.title,
    actor.userId,
  ]);
  await join(tx, id, [actor.userId, ...others], [actor.userId]);
  await tellOfNew(tx, actor, id);
  return id;
}

/** Whoever teaches the course starts it, and everybody of the course is in it. */
async function startOfCourse(tx: EventfulTx, actor: SignedIn, given: Given<'course'>): Promise<string> {
  if (!(await teachesCourse(tx, actor.userId, given.course_id)))
    throw new DomainProblem('resource.not_found');
  const id = uuidv7();
  await tx.query(
    `INSERT INTO conversation (id, type, title, course_id, is_staff_only, created_by)
     VALUES ($1, 'course', $2, $3, $4, $5)`,
    [id, given.title, given.course_id, given.is_staff_only, actor.userId],
  );
  const { rows } = await tx.query<{ id: string; teaches: boolean }>(
    `SELECT id::text, EXISTS (SELECT 1 FROM course_faculty WHERE course_id = $2 AND user_id = app_user.id) AS teaches
     FROM app_user WHERE ${inCourses('app_user.id', 1)}`,
    [[given.course_id], given.course_id],
  );
  await join(
    tx,
    id,
    rows.map((row) => row.id),
    rows.filter(({ teaches }) => teaches).map((row) => row.id),
  );
  // Deleted in this moment it has nobody, and is not there for whoever asked either.
  await tellOfNew(tx, actor, id);
  return id;
}

async function join(
  tx: EventfulTx,
  id: string,
  userIds: readonly string[],
  owners: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO conversation_member (conversation_id, user_id, is_owner)
     SELECT $1, member, member = ANY ($3::uuid[]) FROM unnest($2::uuid[]) AS member`,
    [id, userIds, owners],
  );
}

async function tellOfNew(tx: EventfulTx, actor: SignedIn, id: string): Promise<void> {
  publishConversation(tx, await takeConversation(tx, actor.userId, id), actor);
}
