import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { SqlTx } from '@/lib/infra/db/sql';

export const linkMinutes = { reset: 30, invitation: 7 * 24 * 60 } as const;
export type LinkKind = keyof typeof linkMinutes;

export interface NewLink {
  readonly id: string;
  /** The token stands in the fragment: no server, log or referrer sees it. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** Makes a link that sets a password; earlier ones of the user are worth nothing from then on. */
export async function makePasswordLink(
  tx: SqlTx,
  request: { userId: string; kind: LinkKind; publicOrigin: string },
): Promise<NewLink> {
  const { userId, kind, publicOrigin } = request;
  const id = uuidv7();
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + linkMinutes[kind] * 60_000);
  await voidPasswordLinks(tx, userId);
  await tx.query(
    'INSERT INTO password_link (id, user_id, kind, token_hash, expires_at) VALUES ($1, $2, $3, $4, $5)',
    [id, userId, kind, tokenHash(token), expiresAt],
  );
  return { id, url: `${publicOrigin}/reset-password#${token}`, expiresAt };
}

export async function voidPasswordLinks(tx: SqlTx, userId: string): Promise<void> {
  await tx.query('UPDATE password_link SET used_at = now() WHERE user_id = $1 AND used_at IS NULL', [userId]);
}

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');
