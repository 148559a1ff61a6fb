import { createHash } from 'node:crypto';
import type { Database } from '@/lib/infra/db/database';
import { addressBlock } from '@/lib/infra/http/address-block';
import { createAttemptCounter } from '@/lib/infra/limits/attempt-counter';

export interface AttemptLimits {
  /** Counts an attempt and says whether it may go on. It is counted as failed until `succeeded` is called. */
  take(attempt: { email: string; ipAddress: string; isKnownAddress: boolean }): Promise<TakenAttempt>;
}

export interface TakenAttempt {
  /** How many to this account from this address lately, this one included. */
  readonly count: number;
  /** How long to wait before the next; 0: go on. */
  readonly waitSeconds: number;
  /** Whether it is the first of its kind that has to wait: the one to tell of. */
  readonly isFirstRefused: boolean;
  /** Of the attempt with which the account is locked for its address: under which key that is counted. */
  readonly lock: { readonly key: string } | null;
  succeeded(): Promise<void>;
}

/** One to a hot account from an address it is not known at. */
const PACE_SECONDS = 5;
const ACCOUNT_WINDOW_SECONDS = 3_600;

/**
 * Guessing is stopped where it happens: one account from one address, one address over all accounts. Guessing at one
 * account from many addresses is slowed down, never locked, and not at all where the account has signed in lately: nobody
 * can lock out somebody else.
 */
export function createAttemptLimits(
  database: Database,
  limits: { perPair: number; perAddress: number; perAccount: number; windowSeconds: number },
): AttemptLimits {
  const counter = (name: string, free: number, seconds: number) =>
    createAttemptCounter({ pool: database.pool, name, free, seconds });
  const pairs = counter('pair', limits.perPair, limits.windowSeconds);
  const addresses = counter('address', limits.perAddress, limits.windowSeconds);
  const accounts = counter('account', limits.perAccount, ACCOUNT_WINDOW_SECONDS);
  const paces = counter('pace', 1, PACE_SECONDS);

  return {
    async take({ email, ipAddress, isKnownAddress }) {
      const block = addressBlock(ipAddress);
      const keys = { pair: digest(email, block), address: digest(block), account: digest(email) };
      const [pair, address] = await Promise.all([pairs.take(keys.pair), addresses.take(keys.address)]);
      // Where the account is known only its own failures count: a campus behind one address is many people.
      const wait = isKnownAddress ? pair.waitSeconds : Math.max(pair.waitSeconds, address.waitSeconds);
      const isPaced = !isKnownAddress && wait === 0;
      return {
        count: pair.count,
        waitSeconds: isPaced ? await takePaced(keys.account) : wait,
        lock: pair.count === limits.perPair + 1 ? { key: `pair:${keys.pair}` } : null,
        isFirstRefused: pair.count === limits.perPair + 1 || address.count === limits.perAddress + 1,
        async succeeded() {
          await Promise.all([
            pairs.forget(keys.pair),
            addresses.giveBack(keys.address),
            ...(isPaced ? [accounts.giveBack(keys.account)] : []),
          ]);
        },
      };
    },
  };

  async function takePaced(account: string): Promise<number> {
    const { waitSeconds } = await accounts.take(account);
    return waitSeconds === 0 ? 0 : (await paces.take(account)).waitSeconds;
  }
}

/** Keys of one length that name nobody. */
function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
