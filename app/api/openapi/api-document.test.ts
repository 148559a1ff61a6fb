import { readdirSync } from 'node:fs';
import path from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { apiMethods } from '@/lib/contracts/http/api-document';
import { problems } from '@/lib/contracts/http/problem';
import { apiDocument } from './api-document';
import { routeTable } from './route-table';

const { document } = apiDocument({ publicOrigin: 'http://127.0.0.1:3000', secureCookies: false });
const operations = Object.entries(document.paths).flatMap(([route, item]) =>
  apiMethods.flatMap((method) => {
    const operation = item[method];
    return operation ? [{ name: `${method.toUpperCase()} ${route}`, method, route, operation }] : [];
  }),
);

/** Described by hand, since next-auth answers them. */
const NEXT_AUTH = ['GET /api/auth/csrf', 'POST /api/auth/callback/credentials', 'POST /api/auth/signout'];

describe('the document', () => {
  it('is valid OpenAPI 3.1', async () => {
    await SwaggerParser.validate(JSON.parse(JSON.stringify(document)));
  });

  it('has every route and method that there is, and no other', async () => {
    const root = path.join(process.cwd(), 'app/api');
    const folders = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'route.ts')
      .map((file) => path.dirname(file))
      .filter((folder) => !folder.startsWith('auth/'));
    const found: string[] = [...NEXT_AUTH];
    for (const folder of folders) {
      const module: object = await import(path.join(root, folder, 'route.ts'));
      const route = `/api/${folder.replaceAll(/\[(\w+)\]/g, '{$1}')}`;
      found.push(...Object.keys(module).map((method) => `${method} ${route}`));
    }
    expect(operations.map(({ name }) => name).sort()).toEqual(found.sort());
  });

  it('has every problem code with its status, and each is one that some route can answer', () => {
    expect(Object.keys(document['x-problems'])).toEqual(Object.keys(problems));
    const used = operations.flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) =>
        (response['x-problem-codes'] ?? []).map((code) => [code, Number(status)] as const),
      ),
    );
    expect(new Set(used.map(([code]) => code))).toEqual(new Set(Object.keys(problems)));
    for (const [code, status] of used) expect([code, status]).toEqual([code, problems[code].status]);
  });

  it('names each operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(operations.filter(({ name }) => !NEXT_AUTH.includes(name)))('$name', ({ operation, route }) => {
  const ajv = addFormats.default(new Ajv2020({ strict: false }));

  it('says what it answers', () => {
    const good = Object.entries(operation.responses).filter(([status]) => /^2|^303$/.test(status));
    expect(good).toHaveLength(1);
    for (const [status, response] of good) {
      const schemas = Object.values(response.content ?? {}).map(({ schema }) => schema);
      if (status === '204') expect(schemas).toEqual([]);
      else expect(Object.keys(schemas[0] ?? {}).length).toBeGreaterThan(0);
    }
  });

  it('gives examples that are right', () => {
    const contents = [
      operation.requestBody?.content,
      ...Object.values(operation.responses).map((r) => r.content),
    ];
    for (const { schema, example } of contents.flatMap((content) => Object.values(content ?? {}))) {
      if (example === undefined || JSON.stringify(schema).includes('"$ref"')) continue;
      expect(ajv.validate(schema, example), ajv.errorsText()).toBe(true);
    }
  });

  it('has an example of a body that the route itself takes', () => {
    const body = operation.requestBody?.content['application/json'];
    if (!body) return;
    const folder = route.replaceAll(/\{(\w+)\}/g, '[$1]');
    const handlers = Object.values(routeTable[folder] ?? {});
    const takers = handlers.filter(
      ({ declaration }) => declaration.body && z.safeParse(declaration.body, body.example).success,
    );
    expect(takers.length).toBeGreaterThan(0);
  });

  it('has every parameter of its path', () => {
    const named = [...route.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const declared = operation.parameters.filter((each) => each.in === 'path').map((each) => each.name);
    expect(declared.sort()).toEqual(named.sort());
  });
});
