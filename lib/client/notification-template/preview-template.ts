import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Locale } from '@/lib/contracts/http/locale';
import { requestJson } from '../http/request-json';
import { templateKeys } from './list-templates';

const fetchShape = () =>
  import('@/lib/contracts/http/notification-template').then((module) => module.TemplatePreview);
const PAUSE_MS = 200;

export interface TriedText {
  key: string;
  locale: Locale;
  title: string;
  body: string;
}

/** `POST /api/notification-templates/preview`: what a text says with these values; asked once the hand rests. */
export function templatePreviewOptions(text: TriedText, values: Readonly<Record<string, string>>) {
  const body = { ...text, values };
  return queryOptions({
    queryKey: templateKeys.preview(body),
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      signal.throwIfAborted();
      return requestJson(fetchShape, '/api/notification-templates/preview', { method: 'POST', body, signal });
    },
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}
