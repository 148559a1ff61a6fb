import type { session } from '../text/en/session';
import { createFetchedText } from '../text/fetched-text';

/** What the page to sign in at says: nobody who is in has to load it. */
export const useSignInText = createFetchedText<typeof session>({
  en: () => import('../text/en/session').then((module) => module.session),
  de: () => import('../text/de/session').then((module) => module.session),
});
