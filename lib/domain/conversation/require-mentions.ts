import { wrongField } from '../problem';
import type { TakenConversation } from './membership';

/** Only those who can read it can be mentioned. @throws {DomainProblem} `request.invalid` */
export function requireMentions(conversation: TakenConversation, mentionedIds: readonly string[]): void {
  const members = new Set(conversation.member_ids);
  const index = mentionedIds.findIndex((id) => !members.has(id.toLowerCase()));
  if (index !== -1) throw wrongField(`mentioned_ids.${index}`, 'unknown', 'Is not in this conversation');
}
