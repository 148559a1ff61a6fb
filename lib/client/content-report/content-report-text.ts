import type { contentReport } from '../text/en/content-report';
import { createFetchedText } from '../text/fetched-text';

/** What the page of reports says. */
export const useContentReportText = createFetchedText<typeof contentReport>({
  en: () => import('../text/en/content-report').then((module) => module.contentReport),
  de: () => import('../text/de/content-report').then((module) => module.contentReport),
});
