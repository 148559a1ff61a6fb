import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_SECONDS, createCheckInCodes, STEP_SECONDS } from './check-in-token';

const codes = createCheckInCodes('a secret for tests that is long enough');
const others = createCheckInCodes('another secret that is long enough too');
const session = fc.uuid();
const moment = fc.integer({ min: 1_700_000_000_000, max: 4_000_000_000_000 });

describe('the token of the QR code', () => {
  it('is taken for its own session from when it is shown until it is fifteen seconds old, and not after', () => {
    fc.assert(
      fc.property(session, moment, fc.integer({ min: 0, max: 60_000 }), (sessionId, now, later) => {
        const { token, changesAt, endsAt } = codes.show(sessionId, now);
        expect(changesAt - now).toBeGreaterThan(0);
        expect(changesAt - now).toBeLessThanOrEqual(STEP_SECONDS * 1_000);
        expect(endsAt - now).toBeLessThanOrEqual(CODE_SECONDS * 1_000);
        const judged = now + later < endsAt ? 'fits' : 'old';
        expect(codes.readToken(token, now + later)).toEqual({ sessionId, judged });
      }),
    );
  });

  it('of a time to come is not taken', () => {
    fc.assert(
      fc.property(
        session,
        moment,
        fc.integer({ min: STEP_SECONDS * 1_000, max: 1e9 }),
        (sessionId, now, ahead) => {
          const { token } = codes.show(sessionId, now + ahead);
          expect(codes.readToken(token, now)).toEqual({ sessionId, judged: 'old' });
        },
      ),
    );
  });

  it('that is changed in any place, or signed with another secret, is none', () => {
    fc.assert(
      fc.property(session, moment, fc.nat(), fc.integer({ min: 1, max: 255 }), (id, now, at, by) => {
        const bytes = Buffer.from(codes.show(id, now).token, 'base64url');
        bytes.writeUInt8(bytes.readUInt8(at % bytes.length) ^ by, at % bytes.length);
        expect(codes.readToken(bytes.toString('base64url'), now)).toBeNull();
        expect(codes.readToken(others.show(id, now).token, now)).toBeNull();
      }),
    );
  });

  it('is none when it is any other text', () => {
    fc.assert(fc.property(fc.string(), moment, (text, now) => codes.readToken(text, now) === null));
    const { token } = codes.show('0193f3a0-0000-7000-8000-00000000000a', 1_800_000_000_000);
    for (const text of [`${token}A`, `${token}=`, ` ${token}`, token.slice(1), ''])
      expect(codes.readToken(text, 1_800_000_000_000)).toBeNull();
  });
});

describe('the code that is typed', () => {
  it('is taken as long as the token beside it, in any case and spacing', () => {
    fc.assert(
      fc.property(session, moment, fc.integer({ min: 0, max: 44_000 }), (sessionId, now, later) => {
        const { code, endsAt } = codes.show(sessionId, now);
        expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
        const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
        expect(codes.judgeTyped(sessionId, typed, now + later)).toBe(now + later < endsAt ? 'fits' : 'old');
      }),
    );
  });

  it('of another session, of a minute ago or of nobody is wrong', () => {
    fc.assert(
      fc.property(session, session, moment, fc.string(), (one, other, now, text) => {
        fc.pre(one !== other);
        const { code } = codes.show(one, now);
        expect(codes.judgeTyped(other, code, now)).toBe('wrong');
        expect(codes.judgeTyped(one, code, now + 65_000)).toBe('wrong');
        expect(codes.judgeTyped(one, code, now - STEP_SECONDS * 1_000)).toBe('wrong');
        expect(codes.judgeTyped(one, text, now)).toBe('wrong');
      }),
    );
  });

  it('changes with each step', () => {
    fc.assert(
      fc.property(session, moment, (sessionId, now) => {
        const { code, token, changesAt } = codes.show(sessionId, now);
        expect(codes.show(sessionId, changesAt - 1)).toMatchObject({ code, token });
        expect(codes.show(sessionId, changesAt).code).not.toBe(code);
      }),
    );
  });
});
