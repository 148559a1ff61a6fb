import { generateSecret, generateURI } from 'otplib';
import { passwordFits } from '@/lib/infra/auth/password';
import type { SecretBox } from '@/lib/infra/auth/seal-secret';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { drawQrCode } from '@/lib/infra/qr-code/draw-qr-code';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from './authenticate';
import type { CodeLimits } from './limit-codes';
import { replaceRecoveryCodes, takeCode } from './one-time-code';

export interface SecondFactorServices {
  readonly unitOfWork: UnitOfWork;
  readonly secretBox: SecretBox;
  readonly codeLimits: CodeLimits;
}

interface Request {
  readonly user: SignedIn;
  readonly correlationId: string;
}

/** How the user's own second factor stands. */
export async function describeSecondFactor(sql: SqlTx, userId: string) {
  const { rows } = await sql.query<{ confirmed_at: Date | null; left: number }>(
    `SELECT (SELECT confirmed_at FROM second_factor WHERE user_id = $1) AS confirmed_at,
       (SELECT count(*)::int FROM recovery_code WHERE user_id = $1 AND used_at IS NULL) AS left`,
    [userId],
  );
  const row = rows[0];
  return {
    is_on: Boolean(row?.confirmed_at),
    since: row?.confirmed_at?.toISOString() ?? null,
    recovery_codes_left: row?.left ?? 0,
  };
}

/**
 * Begins enrolment: a key for an authenticator app, which counts once a code of it has been shown. Asked again, another.
 * @throws {DomainProblem} `second_factor.already_on`
 */
export async function beginSecondFactor(services: SecondFactorServices, { user, correlationId }: Request) {
  const secret = generateSecret();
  const { rowCount } = await services.unitOfWork.run({ correlationId }, (tx) =>
    tx.query(BEGIN, [user.userId, services.secretBox.seal(secret, user.userId)]),
  );
  if (rowCount === 0) throw new DomainProblem('second_factor.already_on');
  const uri = generateURI({ issuer: 'NimbusU', label: user.email, secret });
  return { key: secret, uri, qr: drawQrCode(uri) };
}

const BEGIN = `
  INSERT INTO second_factor (user_id, secret) VALUES ($1, $2)
  ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, last_step = 0
  WHERE second_factor.confirmed_at IS NULL`;

/**
 * Confirms it by a code of the app, and gives the recovery codes, which are shown this once.
 * @throws {DomainProblem} `request.invalid` (`wrong_code`), `second_factor.already_on`, `auth.too_many_attempts`
 */
export async function confirmSecondFactor(
  services: SecondFactorServices,
  { user, code, correlationId }: Request & { code: string },
): Promise<{ codes: string[] }> {
  await limited(services.codeLimits, user.userId);
  return services.unitOfWork.run({ correlationId }, async (tx) => {
    const state = await describeSecondFactor(tx, user.userId);
    if (state.is_on) throw new DomainProblem('second_factor.already_on');
    const fits = await takeCode(tx, services.secretBox, { userId: user.userId, code, onlyApp: true });
    if (!fits) throw wrongCode();
    await tx.query('UPDATE second_factor SET confirmed_at = now() WHERE user_id = $1', [user.userId]);
    await services.codeLimits.forget(user.userId);
    return { codes: await replaceRecoveryCodes(tx, user.userId) };
  });
}

/** New recovery codes for a code. @throws {DomainProblem} `request.invalid` (`wrong_code`), `auth.too_many_attempts` */
export async function renewRecoveryCodes(
  services: SecondFactorServices,
  request: Request & { code: string },
): Promise<{ codes: string[] }> {
  return withCode(services, request, async (tx) => ({
    codes: await replaceRecoveryCodes(tx, request.user.userId),
  }));
}

/**
 * Takes the second factor away, for a code or the password.
 * @throws {DomainProblem} `request.invalid` (`wrong_code`, `wrong_password`), `auth.too_many_attempts`
 */
export async function removeSecondFactor(
  services: SecondFactorServices,
  request: Request & { code?: string | undefined; password?: string | undefined },
): Promise<void> {
  const { code, password, user } = request;
  if (code !== undefined)
    return withCode(services, { ...request, code }, (tx) => deleteFactor(tx, user.userId));
  await limited(services.codeLimits, user.userId);
  const hash = await services.unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<{ password_hash: string }>(
      'SELECT password_hash FROM app_user WHERE id = $1',
      [user.userId],
    );
    return rows[0]?.password_hash ?? null;
  });
  // Between the transactions: checking takes long on purpose, and no connection shall wait for it.
  if (!(await passwordFits(hash, password ?? '')))
    throw wrongField('password', 'wrong_password', 'Not the password');
  await services.codeLimits.forget(user.userId);
  await services.unitOfWork.run({ correlationId: request.correlationId }, (tx) =>
    deleteFactor(tx, user.userId),
  );
}

export async function deleteFactor(tx: SqlTx, userId: string): Promise<void> {
  await tx.query('DELETE FROM second_factor WHERE user_id = $1', [userId]);
  await tx.query('DELETE FROM recovery_code WHERE user_id = $1', [userId]);
}

/** Does something for a code that fits; guesses are counted, and taken back by one that does. */
export async function withCode<T>(
  services: SecondFactorServices,
  request: { user: { userId: string }; code: string; correlationId: string },
  work: (tx: EventfulTx) => Promise<T>,
): Promise<T> {
  const { userId } = request.user;
  await limited(services.codeLimits, userId);
  return services.unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    if (!(await takeCode(tx, services.secretBox, { userId, code: request.code }))) throw wrongCode();
    await services.codeLimits.forget(userId);
    return work(tx);
  });
}

async function limited(codeLimits: CodeLimits, userId: string): Promise<void> {
  const { waitSeconds } = await codeLimits.take(userId);
  if (waitSeconds > 0) throw new DomainProblem('auth.too_many_attempts', { retryAfterSeconds: waitSeconds });
}

const wrongCode = () => wrongField('code', 'wrong_code', 'Not a code that fits, or used already');
