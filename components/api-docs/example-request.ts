import type { ApiMethod, Operation } from '@/lib/contracts/http/api-document';

const sampleOf: Readonly<Record<string, string>> = {
  'Idempotency-Key': '8e03978e-40d5-43dd-bc93-6894a57f9324',
  'If-Match': '"v3"',
};

/** The request as it goes over the wire. */
export function exampleRequest(method: ApiMethod, path: string, operation: Operation): string {
  const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const headers = operation.parameters.flatMap(({ name }) => {
    const sample = sampleOf[name];
    return sample === undefined ? [] : [`${name}: ${sample}`];
  });
  const target = path.replaceAll(/\{\w+\}/g, '01980f3e-7c1a-7d30-9b0e-4f6a2c5d8e11');
  return [
    `${method.toUpperCase()} ${target}`,
    ...(operation.security.length > 0 ? ['Cookie: (of the session)'] : []),
    ...(media === undefined ? [] : [`Content-Type: ${media}`]),
    ...headers,
    ...(content === undefined ? [] : ['', bodyText(media, content)]),
  ].join('\n');
}

function bodyText(
  media: string | undefined,
  { schema, example }: { schema: { properties?: object }; example?: unknown },
) {
  if (media === 'application/json') return JSON.stringify(example, null, 2);
  return Object.keys(schema.properties ?? {})
    .map((name) => `${name}=…`)
    .join('&');
}
