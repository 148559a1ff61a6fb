import { createTransport } from 'nodemailer';
import * as z from 'zod';

export interface OutgoingMail {
  /** Stays the same when a mail is sent again, so that whoever gets it twice can tell. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** Whether what was sent has left us; a sink only keeps it. */
  readonly kind: 'smtp' | 'sink';
  /** Resolves when the mail server has taken it. @throws {MailRefused} when trying again would not help */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** The mail server will never take this mail, such as for an address it does not know. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** Sends by SMTP; with `null`, mail stays in the table it was written to. */
export function createMailer(options: { url: string | null; from: string }): Mailer {
  const { url, from } = options;
  if (url === null) return { kind: 'sink', send: async () => undefined, close: () => undefined };
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 30_000 }, { from });
  return {
    kind: 'smtp',
    async send({ messageId, to, subject, text }) {
      try {
        await transport.sendMail({ messageId, to, subject, text });
      } catch (error) {
        const refusal = Permanent.safeParse(error);
        if (refusal.success) throw new MailRefused(refusal.data.message, { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** The server's word on this address or this text; its word on us (a wrong password) can be mended. */
const Permanent = z.object({
  code: z.enum(['EENVELOPE', 'EMESSAGE']),
  responseCode: z.int().min(500).max(599),
  message: z.string(),
});
