import { useMutation } from '@tanstack/react-query';
import { readBase64 } from '../http/read-base64';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/conversation').then((module) => module.MessageFileView);

/** `POST /api/conversations/{id}/files`: it is the writer's alone until a message carries it. */
export function useHandInFile(conversationId: string) {
  return useMutation({
    mutationFn: async ({ file, key }: { file: File; key: string }) =>
      requestJson(fetchShape, `/api/conversations/${encodeURIComponent(conversationId)}/files`, {
        method: 'POST',
        body: { name: file.name, content: await readBase64(file) },
        idempotencyKey: key,
      }),
  });
}

export const fileHref = (conversationId: string, fileId: string) =>
  `/api/conversations/${encodeURIComponent(conversationId)}/files/${encodeURIComponent(fileId)}`;
