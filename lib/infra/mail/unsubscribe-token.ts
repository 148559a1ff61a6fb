import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a link in a mail proves: that it was sent to this reader, of this sort of thing. It is good for nothing else. */
export interface UnsubscribeTokens {
  make(of: Unsubscription): string;
  /** `null`: not one of ours. */
  read(token: string): Unsubscription | null;
}

export interface Unsubscription {
  readonly userId: string;
  /** A word of letters. */
  readonly category: string;
}

/** They do not end: a mail that is read years later must still be able to say that it was enough. */
export function createUnsubscribeTokens(secret: string): UnsubscribeTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'nimbusu unsubscribe', 32));
  const mac = (text: string) => createHmac('sha256', key).update(text).digest();
  return {
    make({ userId, category }) {
      const text = `${userId}~${category}`;
      return `${text}~${mac(text).toString('base64url')}`;
    },
    read(token) {
      const [, text = '', userId = '', category = '', proof = ''] =
        /^(([0-9a-f-]{36})~([a-z]{1,40}))~([\w-]{43})$/.exec(token) ?? [];
      const given = Buffer.from(proof, 'base64url');
      const expected = mac(text);
      return given.length === expected.length && timingSafeEqual(given, expected)
        ? { userId, category }
        : null;
    },
  };
}
