import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import * as z from 'zod';
import type { RouteHandler } from '@/app/api/route-declaration';

const root = path.join(process.cwd(), 'app');
/** The addresses of all routes of the API. */
export const apiRoutes = readdirSync(path.join(root, 'api'), { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => `/api/${path.dirname(file)}`);

type RouteModule = Readonly<Record<string, RouteHandler | undefined>>;

export const importRoute = (route: string): Promise<RouteModule> => import(`${root}${route}/route.ts`);

/** Asks a route's handler in the test's own process (`prepareWebServices`); `name` is such as `GET /api/me`. */
export async function callRoute(
  name: string,
  options: {
    cookie?: string;
    id?: string;
    /** Of the path, those that are not `id`; the others are `id`. */
    params?: Record<string, string>;
    body?: unknown;
    raw?: string;
    query?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<Response> {
  const [method = '', route = ''] = name.split(' ');
  const module = await importRoute(route);
  const id = options.id ?? randomUUID();
  const raw = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const params = Object.fromEntries(
    [...route.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => [name, options.params?.[name] ?? id]),
  );
  const address = route.replaceAll(/\[(\w+)\]/g, (_all, name) => params[name] ?? '');
  const request = new Request(`http://127.0.0.1:3000${address}${options.query ?? ''}`, {
    method,
    headers: {
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...(raw === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(raw === undefined ? {} : { body: raw }),
  });
  const handler = module[method];
  if (!handler) throw new Error(`${name} is not there`);
  const response = await handler(request, { params: Promise.resolve(params) });
  await expectAsDeclared(handler, response.clone());
  return response;
}

/** Every answer has the status, the type and the shape that its route declares. */
async function expectAsDeclared({ declaration }: RouteHandler, response: Response): Promise<void> {
  if (response.status >= 300) return;
  expect(response.status).toBe(declaration.status ?? 200);
  if (response.status === 204) return;
  if (declaration.isFile) {
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
    return;
  }
  expect(response.headers.get('content-type')).toBe(declaration.mediaType ?? 'application/json');
  const given: unknown = declaration.mediaType ? await response.text() : await response.json();
  // Parsing drops what is not declared.
  expect(z.parse(declaration.result, given)).toEqual(given);
}
