import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt } from 'http_ece';

export interface ReceivedPush {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** What only the browser can read. */
  readonly text: string;
  /** What the site says of itself, its signature checked. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly publicKey: string;
}

/** A push service with browsers: it checks who sends, and reads with a browser's keys what was sent to it. */
export async function startPushReceiver() {
  const browsers = new Map<string, { keys: ReturnType<typeof createECDH>; auth: Buffer }>();
  const received: ReceivedPush[] = [];
  const answers = new Map<string, { status: number; headers?: Record<string, string> }>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      asked.push(path);
      const { status, headers } = answers.get(path) ?? { status: 201 };
      if (status < 300) received.push(read(path, Buffer.concat(chunks), request.headers));
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;

  function read(path: string, body: Buffer, headers: Record<string, unknown>): ReceivedPush {
    const browser = browsers.get(path);
    if (!browser) throw new Error(`nobody is at ${path}`);
    const text = decrypt(body, { version: 'aes128gcm', privateKey: browser.keys, authSecret: browser.auth });
    return { path, headers, text: text.toString('utf8'), ...checkVapid(String(headers.authorization)) };
  }
  return {
    origin,
    received,
    asked,
    /** From now on this browser's pushes are answered so. */
    answer: (endpoint: string, status: number, headers: Record<string, string> = {}) =>
      void answers.set(new URL(endpoint).pathname, { status, headers }),
    /** What a browser would say of its subscription. */
    subscribe() {
      const keys = createECDH('prime256v1');
      keys.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(12).toString('base64url')}`;
      browsers.set(path, { keys, auth });
      return {
        endpoint: `${origin}${path}`,
        keys: { p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') },
      };
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** RFC 8292: `vapid t=<JWT>, k=<public key>`, signed with the private one. */
function checkVapid(authorization: string) {
  const [, token = '', publicKey = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [header = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const isGenuine = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isGenuine) throw new Error(`not signed by whom it says: ${authorization}`);
  const told: Record<string, unknown> = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return { claims: told, publicKey };
}
