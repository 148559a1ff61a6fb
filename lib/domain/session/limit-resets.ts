import { createHash } from 'node:crypto';
import type { Database } from '@/lib/infra/db/database';
import { addressBlock } from '@/lib/infra/http/address-block';
import { createAttemptCounter } from '@/lib/infra/limits/attempt-counter';

/** How often a link may be asked for: by one address, and for one account. */
export interface ResetLimits {
  /** Counts a request. `mayMail`: the account has not been sent too many lately. */
  take(request: { email: string; ipAddress: string }): Promise<{ waitSeconds: number; mayMail: boolean }>;
}

const HOUR_SECONDS = 3_600;
const PER_ADDRESS = 20;
/** What is asked for beyond is not sent: it would only fill the mailbox of somebody who did not ask. */
const PER_ACCOUNT = 5;

export function createResetLimits(database: Database): ResetLimits {
  const counter = (name: string, free: number) =>
    createAttemptCounter({ pool: database.pool, name, free, seconds: HOUR_SECONDS });
  const addresses = counter('reset-address', PER_ADDRESS);
  const accounts = counter('reset-account', PER_ACCOUNT);
  return {
    async take({ email, ipAddress }) {
      const [address, account] = await Promise.all([
        addresses.take(digest(addressBlock(ipAddress))),
        accounts.take(digest(email)),
      ]);
      return { waitSeconds: address.waitSeconds, mayMail: account.waitSeconds === 0 };
    },
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
