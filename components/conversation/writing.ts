import type { MessageView } from '@/lib/contracts/http/conversation';

/** What the composer is about: a new message, an answer to one, or other words for one. */
export type Writing = { kind: 'new' } | { kind: 'reply' | 'edit'; message: MessageView };
