import { mailOfEnvelope, mailOfMessageId, mailOfReturnAddress } from './mail-name';
import { leavesOf, type MimePart, readFields, readPart, textOf, typeOf } from './read-mime';

/** What a mail server says of a mail that it could not pass on yet, or not at all. */
export interface Bounce {
  /** `null`: not one of ours, as far as can be seen. */
  readonly mailId: string | null;
  /** It will not arrive; else it is still tried, further on. */
  readonly isFinal: boolean;
  /** Nothing will arrive at this address: there is no such mailbox, or it is closed. */
  readonly isOfAddress: boolean;
  /** The code and the words of the server. */
  readonly reason: string;
}

/** What is more is not said. */
const LONGEST_REASON = 500;

/**
 * Reads a report of delivery as mail servers send it (RFC 3464: `multipart/report` with a `message/delivery-status`).
 * `null`: it is none. `nothing`: it says that all is well.
 */
export function readBounce(message: string): Bounce | 'nothing' | null {
  const mail = readPart(message);
  const leaves = leavesOf(mail);
  const status = leaves.find((leaf) =>
    ['message/delivery-status', 'message/global-delivery-status'].includes(typeOf(leaf)),
  );
  if (!status) return null;
  const [ofMail, ...ofRecipients] = textOf(status)
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map(readFields)
    .filter((fields) => fields.size > 0);
  const withAction = (action: string) =>
    ofRecipients.find((fields) => fields.get('action')?.split(/\s/)[0]?.toLowerCase() === action);
  const failed = withAction('failed');
  const fields = failed ?? withAction('delayed');
  if (!ofMail || ofRecipients.length === 0) return null;
  if (!fields) return 'nothing';
  const isFinal = failed !== undefined;
  const words = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  const code = codeOf(fields.get('status') ?? '') ?? codeOf(words) ?? (isFinal ? '5.0.0' : '4.0.0');
  return {
    mailId: mailOf(mail, leaves, ofMail),
    isFinal,
    isOfAddress: isFinal && isOfAddress(code),
    reason: (words.includes(code) ? words : `${code} ${words}`).trim().slice(0, LONGEST_REASON),
  };
}

const codeOf = (text: string) => /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0] ?? null;

/**
 * RFC 3463: 5.0 (not said), 5.1 (the address) and 5.2 (the mailbox), and 5.4.4 (no way to its host); but not 5.1.7 and 5.1.8
 * (our own address), 5.2.2 (full), 5.2.3 (too long a mail). The rest is about this mail, or about us.
 */
function isOfAddress(code: string): boolean {
  return /^5\.(?:[012]\.\d+|4\.4)$/.test(code) && !['5.1.7', '5.1.8', '5.2.2', '5.2.3'].includes(code);
}

/** By what the envelope was named, else by where the report went, else by the mail that it holds or answers. */
function mailOf(
  mail: MimePart,
  leaves: readonly MimePart[],
  ofMail: ReadonlyMap<string, string>,
): string | null {
  const named = mailOfEnvelope(ofMail.get('original-envelope-id') ?? '');
  if (named) return named;
  for (const field of ['delivered-to', 'x-original-to', 'to']) {
    const found = mailOfReturnAddress(mail.fields.get(field) ?? '');
    if (found) return found;
  }
  const returned = leaves.find((leaf) =>
    ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'].includes(
      typeOf(leaf),
    ),
  );
  const fields = returned && readPart(textOf(returned)).fields;
  const ids = [fields?.get('message-id'), mail.fields.get('in-reply-to'), mail.fields.get('references')];
  return ids.map((text) => mailOfMessageId(text ?? '')).find((id) => id !== null) ?? null;
}
