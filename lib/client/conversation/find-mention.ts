import type { ConversationMember } from '@/lib/contracts/http/conversation';

/** A name that is being typed behind an `@`, up to the caret. */
export interface Mention {
  /** Where the `@` stands. */
  readonly from: number;
  readonly words: string;
}

const typed = /(?:^|\s)@([^\s@][^@\n]{0,40})?$/u;

/** The mention that the caret is at, if it is at one. */
export function mentionAt(text: string, caret: number): Mention | null {
  const match = typed.exec(text.slice(0, caret));
  if (!match) return null;
  const words = match[1] ?? '';
  return { from: caret - words.length - 1, words };
}

const MOST_OFFERED = 6;

/** Who of a conversation it may mean: any of the words of a name may begin so. */
export function offeredFor(
  { words }: Mention,
  members: readonly ConversationMember[],
  myId: string,
): ConversationMember[] {
  const sought = words.toLowerCase();
  return members
    .filter(({ id, name }) => {
      const lower = name.toLowerCase();
      return (
        id !== myId && (lower.startsWith(sought) || lower.includes(` ${sought}`)) && lower !== sought.trim()
      );
    })
    .slice(0, MOST_OFFERED);
}

/** The text with the whole name in place of what was typed of it, and where the caret stands then. */
export function completeMention(text: string, caret: number, mention: Mention, name: string) {
  const before = `${text.slice(0, mention.from)}@${name} `;
  return { text: before + text.slice(caret), caret: before.length };
}

/** Whom a text mentions. A name that another one begins with is not meant where the longer one stands. */
export function mentionedIn(text: string, members: readonly ConversationMember[]): string[] {
  let left = text;
  const said = new Set<string>();
  for (const { name } of members.toSorted((a, b) => b.name.length - a.name.length)) {
    if (!left.includes(`@${name}`)) continue;
    said.add(name);
    left = left.replaceAll(`@${name}`, '');
  }
  return members.filter(({ name }) => said.has(name)).map(({ id }) => id);
}
