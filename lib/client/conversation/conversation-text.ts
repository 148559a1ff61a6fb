import type { conversation } from '../text/en/conversation';
import { createFetchedText } from '../text/fetched-text';

export type ConversationText = typeof conversation;

/** What conversations say. */
export const useConversationText = createFetchedText<ConversationText>({
  en: () => import('../text/en/conversation').then((module) => module.conversation),
  de: () => import('../text/de/conversation').then((module) => module.conversation),
});
