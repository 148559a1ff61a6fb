import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it takes: not for `unknown…` (550), nor yet for `full…` (452). */
export async function startMailServer(options: { port?: number; onTaken?: (mail: string) => void } = {}) {
  const taken: string[] = [];
  const envelopes: { from: string; to: string[] }[] = [];
  const refuse = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 200,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('unknown')) done(refuse(550, 'No such mailbox'));
      else if (address.startsWith('full')) done(refuse(452, 'Mailbox full'));
      else done();
    },
    onData(stream, { envelope }, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      stream.on('end', () => {
        taken.push(text);
        envelopes.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
        });
        options.onTaken?.(text);
        done();
      });
    },
  });
  // A client that dies is no fault of the server's.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    taken,
    /** Of each taken, from whom and to whom. */
    envelopes,
    port: address.port,
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
