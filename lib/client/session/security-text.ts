import type { security } from '../text/en/security';
import { createFetchedText } from '../text/fetched-text';

export type SecurityText = typeof security;

/** What is said about passwords and the second factor. */
export const useSecurityText = createFetchedText<SecurityText>({
  en: () => import('../text/en/security').then((module) => module.security),
  de: () => import('../text/de/security').then((module) => module.security),
});
