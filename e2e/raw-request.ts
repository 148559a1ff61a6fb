import { Agent, request } from 'node:http';

export interface RawRequest {
  method: string;
  /** As it stands on the wire: nothing normalises it. */
  path: string;
  headers: Readonly<Record<string, string>>;
}

export interface RawAnswer {
  status: number;
  /** Headers and body as one text, to look for what must not be in it. */
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends exactly this. A connection that the server ends instead of answering is status 0. */
export function rawRequest(port: number, { method, path, headers }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const lines = [JSON.stringify(answer.headers)];
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => lines.push(text));
      answer.on('close', () => resolve({ status: answer.statusCode ?? 0, text: lines.join('\n') }));
    });
    sent.on('error', () => resolve({ status: 0, text: '' }));
    sent.end();
  });
}
