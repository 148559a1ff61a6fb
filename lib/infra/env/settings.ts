import { isIP } from 'node:net';
import * as z from 'zod';

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,10}$/, { error })
    .transform(Number)
    .refine((value) => value >= from && value <= to, { error });
};

const port = wholeNumber(1, 65_535);

const host = z.string().regex(/^[A-Za-z0-9.:-]+$/, { error: 'must be a host name or an IP address' });

const list = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item).min(1));

const broker = z
  .string()
  .regex(/^[^\s:,]+:\d{1,5}$/, { error: 'must be a comma list of host:port, such as 127.0.0.1:9092' });

const proxy = z.string().refine(isAddressOrRange, {
  error: 'must be a comma list of IP addresses or ranges, such as 10.0.0.2,fd00::/8',
});

const origin = z.string().refine(isOrigin, {
  error: 'must be a comma list of origins without a path, such as https://portal.example.edu',
});

const pushService = z
  .string()
  .refine((text) => isOrigin(text) || /^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text), {
    error:
      'must be a comma list of hosts, or of .hosts for all under them, such as fcm.googleapis.com,.push.apple.com',
  });

const programSecret = z
  .string()
  .min(16, { error: 'must have at least 16 characters' })
  .optional()
  .transform((secret) => secret ?? null);

/** Every setting of the product. `.env.example` documents the same names; a test keeps the two equal. */
export const settings = {
  DATABASE_URL: z.string().refine((text) => /^postgres(ql)?:$/.test(protocolOf(text)), {
    error: 'must be a PostgreSQL address: postgresql://user:password@host:port/database',
  }),
  KAFKA_BROKERS: list(broker)
    .optional()
    .transform((brokers) => brokers ?? null),
  KAFKA_REPLICATION_FACTOR: wholeNumber(1, 10).default(1),
  PORT: port.default(3000),
  WEB_HOST: host.default('127.0.0.1'),
  BFF_PORT: port.default(3001),
  BFF_HOST: host.default('127.0.0.1'),
  BFF_CONNECT_HOST: host.optional(),
  WEB_ORIGIN: list(origin).optional(),
  NEXTAUTH_URL: z
    .string()
    .refine((text) => /^https?:$/.test(protocolOf(text)), { error: 'must be an http or https address' })
    .optional(),
  NEXTAUTH_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }),
  SESSION_MAX_AGE_SECONDS: wholeNumber(60, 31_536_000).default(28_800),
  TRUSTED_PROXIES: list(proxy)
    .optional()
    .transform((proxies) => proxies ?? []),
  LOGIN_ATTEMPTS: wholeNumber(1, 1_000_000).default(10),
  LOGIN_ATTEMPTS_PER_ADDRESS: wholeNumber(1, 1_000_000).default(200),
  LOGIN_ATTEMPTS_PER_ACCOUNT: wholeNumber(1, 1_000_000).default(50),
  LOGIN_WINDOW_SECONDS: wholeNumber(1, 86_400).default(900),
  SMTP_URL: z
    .string()
    .refine((text) => /^smtps?:$/.test(protocolOf(text)), {
      error: 'must be the address of a mail server: smtp://user:password@host:587, or smtps://',
    })
    .optional()
    .transform((url) => url ?? null),
  MAIL_FROM: z.string().max(320).default('NimbusU <no-reply@nimbusu.invalid>'),
  MAIL_BOUNCE_ADDRESS: z
    .email({ error: 'must be an email address' })
    .optional()
    .transform((address) => address ?? null),
  MAIL_BOUNCE_SECRET: programSecret,
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, {
      error: 'must be 32 bytes in base64url, as `web-push generate-vapid-keys` makes them',
    })
    .optional()
    .transform((key) => key ?? null),
  PUSH_SERVICES: list(pushService)
    .optional()
    .transform((services) => services ?? null),
  SMS_URL: z
    .string()
    .refine((text) => /^https?:$/.test(protocolOf(text)), { error: 'must be an http or https address' })
    .optional()
    .transform((url) => url ?? null),
  SMS_TOKEN: z
    .string()
    .optional()
    .transform((token) => token ?? null),
  SMS_RECEIPT_SECRET: programSecret,
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, { error: 'must be an https address (http on this machine alone)' })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default('your university account'),
  OIDC_NEW_PEOPLE: z.enum(['refused', 'student', 'faculty']).default('refused'),
  RATE_LIMIT_READS: wholeNumber(1, 1_000_000_000).default(3_000),
  RATE_LIMIT_WRITES: wholeNumber(1, 1_000_000_000).default(600),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SEED_DEMO: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true'),
  UNIVERSITY_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'must be a time zone such as Europe/Vienna' })
    .default('Europe/Vienna'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  BFF_INSTANCE_ID: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/, {
      error: 'must be 1 to 64 letters, digits, dots, dashes or underscores',
    })
    .optional(),
};

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

function isOrigin(text: string): boolean {
  return /^https?:$/.test(protocolOf(text)) && new URL(text).origin === text;
}

function isIssuer(text: string): boolean {
  if (protocolOf(text) === 'https:') return true;
  return protocolOf(text) === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(text).hostname);
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    rest.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
