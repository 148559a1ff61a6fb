import type { ApiDocument, ApiMethod, Operation, Parameter } from '@/lib/contracts/http/api-document';
import { apiMethods } from '@/lib/contracts/http/api-document';
import { pick } from '@/prisma/seed/seeded-random';
import { type Chance, generateValue } from './generate-value';
import { wildText, wildValue } from './wild-values';

export interface FuzzOperation {
  readonly method: ApiMethod;
  /** With its parameters in braces. */
  readonly path: string;
  readonly operation: Operation;
}

export interface FuzzRequest extends FuzzOperation {
  readonly parameters: Readonly<Record<string, string>>;
  /** Path and query as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What of the document is fuzzed: sign-in has its own limits and tests. */
export function fuzzOperations(document: ApiDocument): FuzzOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    path.startsWith('/api/auth/')
      ? []
      : apiMethods.flatMap((method) => {
          const operation = item[method];
          return operation ? [{ method, path, operation }] : [];
        }),
  );
}

/** A request to the operation: right, nearly right, or wild. The same for the same state of `random`. */
export function generateRequest(from: FuzzOperation, known: Omit<Chance, 'wildness'>): FuzzRequest {
  const chance: Chance = { ...known, wildness: pick(known.random, [0, 0, 0.05, 0.2, 0.7]) };
  const { random } = chance;
  const of = (place: Parameter['in']) => from.operation.parameters.filter((each) => each.in === place);
  const parameters = Object.fromEntries(of('path').map(({ name }) => [name, pathValue(chance)]));
  const path = from.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
  const query = new URLSearchParams(
    of('query').flatMap(({ name, required, schema }) =>
      required || random() < 0.4 ? [[name, textOf(generateValue(schema, chance))]] : [],
    ),
  );
  if (random() < chance.wildness)
    query.append(wildText(random).toWellFormed(), wildText(random).toWellFormed());
  const search = query.size > 0 ? `?${query}` : '';
  return { ...from, parameters, target: `${path}${search}`, ...content(from, chance) };
}

/** An empty segment or one of dots would be another path. */
function pathValue({ random, ids, wildness }: Chance): string {
  const value = random() < wildness ? wildText(random) : pick(random, ids);
  return value.toWellFormed().replace(/^\.*$/, 'x').slice(0, 500);
}

function content({ operation }: FuzzOperation, chance: Chance): Pick<FuzzRequest, 'headers' | 'body'> {
  const { random, wildness } = chance;
  const headers: Record<string, string> = {};
  for (const { name, required, schema } of operation.parameters.filter((each) => each.in === 'header')) {
    if (random() < (required ? 1 - wildness / 4 : 0.3)) headers[name] = headerValue(name, schema, chance);
  }
  if (random() < wildness / 4) headers.origin = pick(random, ['https://evil.example', 'null', wild(random)]);
  if (random() < wildness / 2) headers['x-correlation-id'] = wild(random);
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (!schema && random() > wildness / 4) return { headers, body: undefined };
  headers['content-type'] = random() < wildness / 4 ? wild(random) : 'application/json';
  if (random() < wildness / 4) return { headers, body: wildText(random) };
  return { headers, body: JSON.stringify(schema ? generateValue(schema, chance) : wildValue(random)) };
}

function headerValue(name: string, schema: Parameter['schema'], chance: Chance): string {
  const { random, wildness } = chance;
  if (random() < wildness / 4) return wild(random);
  if (name === 'Idempotency-Key') return `key-${Math.floor(random() * 500)}`;
  if (name.startsWith('If-'))
    return pick(random, ['"v1"', '"v2"', '"v3"', '"v999999999"', 'W/"v1"', '"other"']);
  return headerText(textOf(generateValue(schema, chance)));
}

const wild = (random: () => number) => headerText(wildText(random));
const textOf = (value: unknown) =>
  (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed().slice(0, 3_000);

/** What can travel in a header at all. */
const headerText = (text: string) => text.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '?').slice(0, 500);
