import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { TemplateView } from '@/lib/contracts/http/notification-template';
import { requestJson } from '../http/request-json';
import { commandKey } from '../notification-command/command-key';
import { templateKeys } from './list-templates';
import type { TriedText } from './preview-template';

const fetchView = () =>
  import('@/lib/contracts/http/notification-template').then((module) => module.TemplateView);
const fetchCommand = () =>
  import('@/lib/contracts/http/notification-command').then((module) => module.CommandView);
const pathOf = (id: string) => `/api/notification-templates/${encodeURIComponent(id)}`;

export const emptyTemplate: TriedText = { key: '', locale: 'en', title: '', body: '' };

export function fieldsOfTemplate({ key, locale, title, body }: TemplateView): TriedText {
  return { key, locale, title, body };
}

/** `POST /api/notification-templates`, once for a key, or `PUT /api/notification-templates/{id}` over the version that was seen. */
export function useSaveTemplate() {
  return useMutation({
    mutationFn: ({ fields, over, key }: { fields: TriedText; over: TemplateView | null; key: string }) => {
      const { title, body } = fields;
      return over
        ? requestJson(fetchView, pathOf(over.id), {
            method: 'PUT',
            body: { title, body },
            ifMatch: `v${over.version}`,
          })
        : requestJson(fetchView, '/api/notification-templates', {
            method: 'POST',
            body: fields,
            idempotencyKey: key,
          });
    },
    onSettled: useReload(),
  });
}

/** `POST /api/notification-templates/{id}/archive` and `/restore` */
export function useArchiveTemplate() {
  return useMutation({
    mutationFn: ({ id, archived }: { id: string; archived: boolean }) =>
      requestJson(fetchView, `${pathOf(id)}/${archived ? 'archive' : 'restore'}`, { method: 'POST' }),
    onSettled: useReload(),
  });
}

interface TestRequest {
  key: string;
  values: Readonly<Record<string, string>>;
  channels: readonly NotificationChannel[];
}

/** `POST /api/notification-templates/{id}/test-send`, once for a key. */
export function useTestTemplate(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: TestRequest) =>
      requestJson(fetchCommand, `${pathOf(id)}/test-send`, { method: 'POST', body, idempotencyKey: key }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: commandKey }),
  });
}

function useReload(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: templateKeys.all });
}
