import { createTransport } from 'nodemailer';
import * as z from 'zod';
import { messageIdOf, returnAddressOf } from './mail-name';

export interface OutgoingMail {
  /** Stays the same when a mail is sent again, so that whoever gets it twice can tell. Reports name it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly isUrgent?: boolean;
  /** Where its reader says that they want no more of them: on a page, or at once, by a post from the mail program (RFC 8058). */
  readonly unsubscribe?: { readonly url: string; readonly isOneClick: boolean };
}

export interface Mailer {
  /** Whether what was sent has left us; a sink only keeps it. */
  readonly kind: 'smtp' | 'sink';
  /**
   * Resolves when the mail server has taken it.
   * @throws {MailRefused} when trying again would not help
   * @throws {MailPutOff} when the server takes mail, but this one only later
   * @throws when there is no answer in a minute and a half: whoever has taken a mail to send it has it for longer
   */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** The mail server will never take this mail, such as for an address it does not know. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** The mail server does not take this mail now, such as for a mailbox that is full. */
export class MailPutOff extends Error {
  override readonly name = 'MailPutOff';
}

/** The waits below end with each word of a server; one that goes on talking would have us for as long as it likes. */
const LONGEST_SEND_MS = 90_000;

export interface MailerSettings {
  readonly url: string | null;
  readonly from: string;
  /** Where mail servers report to; `null`: to the sender. */
  readonly bounceAddress: string | null;
  readonly longestSendMs?: number;
}

/** Sends by SMTP over a few connections that stay open; with `null`, mail stays in the table it was written to. */
export function createMailer(settings: MailerSettings): Mailer {
  const { url, from, bounceAddress, longestSendMs = LONGEST_SEND_MS } = settings;
  if (url === null) return { kind: 'sink', send: async () => undefined, close: () => undefined };
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 5,
      idleTimeout: 30_000,
      // Whoever sends has written down when to try again: the pool would send twice.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    },
    { from },
  );
  return {
    kind: 'smtp',
    async send({ id, to, subject, text, html, isUrgent = false, unsubscribe }) {
      try {
        const sending = transport.sendMail({
          messageId: messageIdOf(id),
          // As an object: an address with a comma in it is not two.
          to: { name: '', address: to },
          subject,
          text,
          ...(html !== undefined && { html }),
          ...(isUrgent && { priority: 'high' }),
          ...(unsubscribe && { list: { unsubscribe: unsubscribe.url } }),
          ...(bounceAddress !== null &&
            PLAIN_ADDRESS.test(to) && { envelope: { from: returnAddressOf(bounceAddress, id), to } }),
          // Where the mail server knows how, its reports name the mail.
          dsn: { envid: id, ret: 'HDRS', notify: ['FAILURE', 'DELAY'] },
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe?.isOneClick && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
          },
        });
        await within(longestSendMs, sending);
      } catch (error) {
        const answer = OnThisMail.safeParse(error).data;
        if (!answer) throw error;
        const Fault = (answer.responseCode ?? 500) >= 500 ? MailRefused : MailPutOff;
        throw new Fault(answer.message, { cause: error });
      }
    },
    close: () => transport.close(),
  };
}

/** What is still under way then is not waited for: should it be taken all the same, it is under the same Message-ID. */
async function within(ms: number, sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the mail server did not answer within ${ms / 1_000} s`)), ms);
  });
  try {
    await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** An envelope's is read as a list: what could be two is left to the header. */
const PLAIN_ADDRESS = /^[^\s,;:<>()"\\]+@[^\s,;:<>()"\\]+$/;

/**
 * The word on this address or this text, the server's or (without a code) our own; its word on us, such as a wrong password
 * or a server that shuts down, can be mended.
 */
const OnThisMail = z.object({
  code: z.enum(['EENVELOPE', 'EMESSAGE']),
  responseCode: z
    .int()
    .min(400)
    .max(599)
    .refine((code) => code !== 421)
    .optional(),
  message: z.string(),
});
