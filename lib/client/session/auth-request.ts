import { requestJson } from '../http/request-json';

const fetchToken = () => import('./auth-answers').then((module) => module.Token);

/** Posts a form to one of next-auth's own routes, with the token it asks for. Rejects when there is no answer. */
export async function postAuth(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const { csrfToken } = await requestJson(fetchToken, '/api/auth/csrf');
  return fetch(`/api/auth/${path}`, {
    method: 'POST',
    cache: 'no-store',
    credentials: 'same-origin',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
}

/** next-auth answers a post whose token it did not take with the address of a page that says so. */
export async function wasAccepted(response: Response): Promise<boolean> {
  if (!response.ok) return false;
  const { Accepted } = await import('./auth-answers');
  const { url } = Accepted.parse(await response.json());
  return !new URL(url, window.location.href).searchParams.has('csrf');
}
