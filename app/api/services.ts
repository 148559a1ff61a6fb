import { type CheckInDesk, createCheckInDesk } from '@/lib/domain/attendance/check-in-desk';
import { createMessageLimits, type MessageLimits } from '@/lib/domain/conversation/limit-messages';
import {
  type Authenticate,
  createAuthenticator,
  createHalfAuthenticator,
  type HalfSignedIn,
} from '@/lib/domain/session/authenticate';
import { type AttemptLimits, createAttemptLimits } from '@/lib/domain/session/limit-attempts';
import { type CodeLimits, createCodeLimits } from '@/lib/domain/session/limit-codes';
import { createResetLimits, type ResetLimits } from '@/lib/domain/session/limit-resets';
import { createProposals, type Proposals } from '@/lib/domain/timetable/keep-proposals';
import { createSecretBox, type SecretBox } from '@/lib/infra/auth/seal-secret';
import { createDatabase, type Database } from '@/lib/infra/db/database';
import { env } from '@/lib/infra/env/env';
import { type ProviderSettings, readProvider } from '@/lib/infra/env/read-provider';
import { createLogger, type Logger } from '@/lib/infra/logger/logger';
import { createUnsubscribeTokens, type UnsubscribeTokens } from '@/lib/infra/mail/unsubscribe-token';
import { createUnitOfWork, type UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createRelayWake } from '@/lib/infra/outbox/wake-relay';
import { openWebPush, type WebPush } from '@/lib/infra/web-push/open-web-push';
import { createRateLimits, type RateLimits } from './rate-limit';

/** What the web process needs to answer a request. */
export interface WebServices {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly authenticate: Authenticate;
  readonly authenticateHalf: (cookieHeader: string | undefined) => Promise<HalfSignedIn | null>;
  readonly secretBox: SecretBox;
  readonly codeLimits: CodeLimits;
  readonly checkInDesk: CheckInDesk;
  readonly rateLimits: RateLimits;
  readonly attemptLimits: AttemptLimits;
  readonly logger: Logger;
  readonly secret: string;
  readonly secureCookies: boolean;
  readonly sessionMaxAgeSeconds: number;
  readonly allowedOrigins: readonly string[];
  /** Where people and programs find us. */
  readonly publicOrigin: string;
  /** The zone of the timetable's times. */
  readonly universityTimeZone: string;
  readonly seedDemo: boolean;
  /** In development and in the demo, without a mail server: mail stays here and administrators can read it. */
  readonly keepsMail: boolean;
  /** What programs of others show to tell us something; `null`: nobody may. */
  readonly programSecrets: Readonly<Record<'mailBounces' | 'smsReceipts', string | null>>;
  /** Of links in mails that say that it is enough. */
  readonly unsubscribeTokens: UnsubscribeTokens;
  /** How browsers are told while no page is open. */
  readonly webPush: WebPush;
  /** Of links that set a password. */
  readonly resetLimits: ResetLimits;
  /** Of messages, by sender. */
  readonly messageLimits: MessageLimits;
  /** Who else people sign in with; `null`: nobody. */
  readonly provider: ProviderSettings | null;
  /** The production build has a service worker; development runs from the sources. */
  readonly hasWorker: boolean;
  /** Of timetables; those of this process. */
  readonly proposals: Proposals;
}

/** So many messages in a row are well; in the long run two a second. */
const MESSAGES = { points: 60, seconds: 30 } as const;

// Next loads route modules several times (bundles, dev reloads); the pool must still be one.
const shared: typeof globalThis & { nimbusuServices?: WebServices } = globalThis;

/** Built at the first request, never at import: a build has no database. */
export function services(): WebServices {
  shared.nimbusuServices ??= createServices();
  return shared.nimbusuServices;
}

function createServices(): WebServices {
  const settings = env();
  const logger = createLogger({ level: settings.LOG_LEVEL, service: 'web' });
  const database = createDatabase(settings.DATABASE_URL, {
    applicationName: 'nimbusu-web',
    onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection was lost'),
  });
  const secureCookies = settings.NEXTAUTH_URL.startsWith('https:');
  const secret = settings.NEXTAUTH_SECRET;
  const wake = createRelayWake(database.sql, (error) =>
    logger.warn({ err: error }, 'the relay could not be woken'),
  );
  return {
    database,
    unitOfWork: createUnitOfWork(database, wake),
    authenticate: createAuthenticator({ database, secret, secureCookies }),
    authenticateHalf: createHalfAuthenticator({ database, secret, secureCookies }),
    secretBox: createSecretBox(secret),
    codeLimits: createCodeLimits(database),
    checkInDesk: createCheckInDesk(database, secret),
    rateLimits: createRateLimits({
      reads: settings.RATE_LIMIT_READS,
      writes: settings.RATE_LIMIT_WRITES,
    }),
    attemptLimits: createAttemptLimits(database, {
      perPair: settings.LOGIN_ATTEMPTS,
      perAddress: settings.LOGIN_ATTEMPTS_PER_ADDRESS,
      perAccount: settings.LOGIN_ATTEMPTS_PER_ACCOUNT,
      windowSeconds: settings.LOGIN_WINDOW_SECONDS,
    }),
    logger,
    secret,
    secureCookies,
    sessionMaxAgeSeconds: settings.SESSION_MAX_AGE_SECONDS,
    allowedOrigins: settings.WEB_ORIGIN,
    publicOrigin: new URL(settings.NEXTAUTH_URL).origin,
    universityTimeZone: settings.UNIVERSITY_TIME_ZONE,
    seedDemo: settings.SEED_DEMO,
    keepsMail: settings.SMTP_URL === null && (settings.SEED_DEMO || settings.NODE_ENV !== 'production'),
    programSecrets: { mailBounces: settings.MAIL_BOUNCE_SECRET, smsReceipts: settings.SMS_RECEIPT_SECRET },
    unsubscribeTokens: createUnsubscribeTokens(secret),
    webPush: openWebPush(settings),
    resetLimits: createResetLimits(database),
    messageLimits: createMessageLimits(MESSAGES),
    provider: readProvider(settings),
    hasWorker: settings.NODE_ENV === 'production',
    proposals: createProposals((error) => logger.error({ err: error }, 'a proposal has failed')),
  };
}
