import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type ApiDocument, apiMethods } from '@/lib/contracts/http/api-document';
import { cookieName } from '@/lib/infra/auth/session-cookie';
import type { RouteDeclaration } from '../route-declaration';
import { buildDocument } from './build-document';
import { type RouteModule, routeTable } from './route-table';

let built: { readonly document: ApiDocument; readonly tag: string } | undefined;

/** The document of this API, with itself in it, and a name for its text. The same for the life of the process. */
export function apiDocument(place: { publicOrigin: string; secureCookies: boolean }): {
  readonly document: ApiDocument;
  readonly tag: string;
} {
  built ??= withTag(
    buildDocument(
      {
        ...Object.fromEntries(
          Object.entries(routeTable).map(([path, module]) => [path, declarationsOf(module)]),
        ),
        '/api/openapi.json': {
          get: { ...documentSpec, access: 'anyone', hasEtag: true, hasLocation: false },
        },
      },
      { origin: place.publicOrigin, sessionCookie: cookieName(place.secureCookies) },
    ),
  );
  return built;
}

/** What the document's own route says of itself; here, because that route needs the whole document. */
export const documentSpec = {
  summary: 'This document',
  tag: 'service',
  result: z.custom<ApiDocument>().meta({ type: 'object', description: 'OpenAPI 3.1' }),
} as const;

function withTag(document: ApiDocument) {
  const tag = createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 16);
  return { document, tag };
}

function declarationsOf(module: RouteModule) {
  const found: Partial<Record<(typeof apiMethods)[number], RouteDeclaration>> = {};
  for (const [name, handler] of Object.entries(module)) {
    const method = apiMethods.find((each) => each.toUpperCase() === name);
    if (method) found[method] = handler.declaration;
  }
  return found;
}
