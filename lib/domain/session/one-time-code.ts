import { createHash, randomInt } from 'node:crypto';
import { verify } from 'otplib';
import { v7 as uuidv7 } from 'uuid';
import type { SecretBox } from '@/lib/infra/auth/seal-secret';
import type { SqlTx } from '@/lib/infra/db/sql';

const STEP_SECONDS = 30;
const RECOVERY_CODES = 10;
/** Without what is easily mistaken: 0 and O, 1 and I and L. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/**
 * Whether a code fits: the authenticator's, of now or the step before or after, or a recovery code. Each is taken once,
 * also of two requests at the same time.
 */
export async function takeCode(
  tx: SqlTx,
  secretBox: SecretBox,
  request: { userId: string; code: string; onlyApp?: boolean },
): Promise<boolean> {
  const code = request.code.replaceAll(/[\s-]/g, '').toUpperCase();
  if (/^\d{6}$/.test(code)) return takeAppCode(tx, secretBox, request.userId, code);
  if (request.onlyApp) return false;
  const { rowCount } = await tx.query(
    'UPDATE recovery_code SET used_at = now() WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL',
    [request.userId, codeHash(request.userId, code)],
  );
  return rowCount === 1;
}

async function takeAppCode(tx: SqlTx, secretBox: SecretBox, userId: string, code: string): Promise<boolean> {
  const { rows } = await tx.query<{ secret: string }>(
    'SELECT secret FROM second_factor WHERE user_id = $1 FOR UPDATE',
    [userId],
  );
  const row = rows[0];
  if (!row) return false;
  const result = await verify({
    secret: secretBox.open(row.secret, userId),
    token: code,
    epochTolerance: STEP_SECONDS,
  });
  if (!result.valid) return false;
  const step = Math.floor(Date.now() / 1_000 / STEP_SECONDS) + result.delta;
  const { rowCount } = await tx.query(
    'UPDATE second_factor SET last_step = $2 WHERE user_id = $1 AND last_step < $2',
    [userId, step],
  );
  return rowCount === 1;
}

/** Ten new recovery codes in the place of all there were; only their digests are kept. */
export async function replaceRecoveryCodes(tx: SqlTx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await tx.query('DELETE FROM recovery_code WHERE user_id = $1', [userId]);
  await tx.query(
    `INSERT INTO recovery_code (id, user_id, code_hash)
     SELECT code.id, $1, code.hash FROM unnest($2::uuid[], $3::text[]) AS code (id, hash)`,
    [userId, codes.map(() => uuidv7()), codes.map((code) => codeHash(userId, code.replace('-', '')))],
  );
  return codes;
}

function newRecoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** Forty-nine bits, guessed at ten times in a quarter of an hour: a fast digest does. */
const codeHash = (userId: string, code: string) =>
  createHash('sha256').update(`${userId} ${code}`).digest('base64url');
