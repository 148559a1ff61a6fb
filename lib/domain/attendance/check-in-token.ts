import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The wall shows another code every five seconds; a code is taken until it is fifteen seconds old. */
export const STEP_SECONDS = 5;
const STEPS_TAKEN = 3;
export const CODE_SECONDS = STEP_SECONDS * STEPS_TAKEN;
/** Older ones are known for a while, to say that they are too old and not that they are wrong. */
const STEPS_KNOWN = 60 / STEP_SECONDS;
const SESSION_BYTES = 16;
const STEP_BYTES = 5;
/** Ninety-six bits, to be guessed within fifteen seconds: each byte more makes the QR code finer, and harder to read from afar. */
const MARK_BYTES = 12;
/** Of what is typed: without what is easily mistaken, 0 and O, 1 and I and L. 31 of them: none is likelier by more than 2 in 2^64. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LETTERS_TYPED = 6;

export interface WallCode {
  /** What the QR code carries. */
  readonly token: string;
  /** What is typed in its place: six characters. */
  readonly code: string;
  /** When the wall shows the next one, ms since the epoch. */
  readonly changesAt: number;
  /** From when on it is not taken any more, ms since the epoch. */
  readonly endsAt: number;
}

export type Judged = 'fits' | 'old' | 'wrong';

/**
 * The codes by which students check in to a class. A code is its session and a time step, signed; nothing of it is kept
 * anywhere, and no clock but the caller's (the database's) has a say. `now` is in ms since the epoch.
 */
export interface CheckInCodes {
  show(sessionId: string, now: number): WallCode;
  /** The session a token speaks of and whether it is still taken; `null`: we never made it. */
  readToken(token: string, now: number): { sessionId: string; judged: 'fits' | 'old' } | null;
  /** Whether what was typed is the code of this session. Any spacing and case is read. */
  judgeTyped(sessionId: string, typed: string, now: number): Judged;
}

export function createCheckInCodes(applicationSecret: string): CheckInCodes {
  const keyFor = (use: string) =>
    Buffer.from(hkdfSync('sha256', applicationSecret, '', `nimbusu check-in ${use}`, 32));
  const tokenKey = keyFor('token');
  const typedKey = keyFor('typed');
  const tokenMark = (body: Buffer) =>
    createHmac('sha256', tokenKey).update(body).digest().subarray(0, MARK_BYTES);
  const typedCode = (body: Buffer) => {
    let rest = createHmac('sha256', typedKey).update(body).digest().readBigUInt64BE();
    let code = '';
    for (let place = 0; place < LETTERS_TYPED; place += 1) {
      code += LETTERS.charAt(Number(rest % BigInt(LETTERS.length)));
      rest /= BigInt(LETTERS.length);
    }
    return code;
  };
  return {
    show(sessionId, now) {
      const step = stepOf(now);
      const body = bodyOf(sessionId, step);
      return {
        token: Buffer.concat([body, tokenMark(body)]).toString('base64url'),
        code: typedCode(body),
        changesAt: (step + 1) * STEP_SECONDS * 1_000,
        endsAt: (step + STEPS_TAKEN) * STEP_SECONDS * 1_000,
      };
    },
    readToken(token, now) {
      const bytes = Buffer.from(token, 'base64url');
      // One token is written in one way: what decodes to it all the same is not it.
      if (bytes.length !== SESSION_BYTES + STEP_BYTES + MARK_BYTES) return null;
      if (bytes.toString('base64url') !== token) return null;
      const body = bytes.subarray(0, SESSION_BYTES + STEP_BYTES);
      if (!timingSafeEqual(tokenMark(body), bytes.subarray(SESSION_BYTES + STEP_BYTES))) return null;
      const age = stepOf(now) - body.readUIntBE(SESSION_BYTES, STEP_BYTES);
      const sessionId = uuidOf(body.subarray(0, SESSION_BYTES));
      return { sessionId, judged: age >= 0 && age < STEPS_TAKEN ? 'fits' : 'old' };
    },
    judgeTyped(sessionId, typed, now) {
      const given = Buffer.from(typed.replaceAll(/[\s-]/g, '').toUpperCase());
      if (given.length !== LETTERS_TYPED) return 'wrong';
      const step = stepOf(now);
      let judged: Judged = 'wrong';
      // All of them are looked at: how long it takes tells nothing.
      for (let age = STEPS_KNOWN - 1; age >= 0; age -= 1)
        if (timingSafeEqual(Buffer.from(typedCode(bodyOf(sessionId, step - age))), given))
          judged = age < STEPS_TAKEN ? 'fits' : 'old';
      return judged;
    },
  };
}

const stepOf = (now: number) => Math.floor(now / 1_000 / STEP_SECONDS);

function bodyOf(sessionId: string, step: number): Buffer {
  const body = Buffer.alloc(SESSION_BYTES + STEP_BYTES);
  body.write(sessionId.replaceAll('-', ''), 'hex');
  body.writeUIntBE(step, SESSION_BYTES, STEP_BYTES);
  return body;
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-');
}
