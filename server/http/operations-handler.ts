import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { PartHealth } from './judge-health';

/** Answers `/health/live`, `/health/ready` and `/metrics`; 404 for all else. Socket.IO takes its own path before. */
export function createOperationsHandler(options: {
  registry: Registry;
  judge: () => Promise<readonly PartHealth[]>;
  beforeScrape: () => Promise<void>;
  onError: (error: unknown) => void;
}): (request: IncomingMessage, response: ServerResponse) => void {
  const answers: Readonly<Record<string, () => Promise<Answer>>> = {
    '/health/live': async () => json(200, { status: 'live' }),
    '/health/ready': async () => {
      const parts = await options.judge();
      const ready = parts.every((part) => part.ok);
      return json(ready ? 200 : 503, { status: ready ? 'ready' : 'not_ready', parts });
    },
    '/metrics': async () => {
      await options.beforeScrape();
      return { status: 200, type: options.registry.contentType, body: await options.registry.metrics() };
    },
  };
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const answer = request.method === 'GET' ? answers[path] : undefined;
    const work = answer ? answer() : Promise.resolve(json(404, { status: 'not_found' }));
    work
      .catch((error: unknown) => {
        options.onError(error);
        return json(500, { status: 'failed' });
      })
      .then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
        response.end(body);
      })
      .catch(options.onError);
  };
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

const json = (status: number, body: unknown): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});
