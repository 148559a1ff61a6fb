import * as z from 'zod/mini';
import { requestJson } from '../http/request-json';

const Token = z.object({ csrfToken: z.string() });

/** Posts a form to one of next-auth's own routes, with the token it asks for. Rejects when there is no answer. */
export async function postAuth(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const { csrfToken } = await requestJson(Token, '/api/auth/csrf');
  return fetch(`/api/auth/${path}`, {
    method: 'POST',
    cache: 'no-store',
    credentials: 'same-origin',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
}

const Answer = z.object({ url: z.string() });

/** next-auth answers a post whose token it did not take with the address of a page that says so. */
export async function wasAccepted(response: Response): Promise<boolean> {
  if (!response.ok) return false;
  const { url } = Answer.parse(await response.json());
  return !new URL(url, window.location.href).searchParams.has('csrf');
}
