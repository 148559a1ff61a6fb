import type * as z from 'zod';

/** What holds a password or a key; its value is never said. */
const SECRETS = new Set([
  'DATABASE_URL',
  'NEXTAUTH_SECRET',
  'SMTP_URL',
  'MAIL_BOUNCE_SECRET',
  'VAPID_PRIVATE_KEY',
  'SMS_URL',
  'SMS_TOKEN',
  'SMS_RECEIPT_SECRET',
  'OIDC_CLIENT_SECRET',
]);

export function describeProblem(
  issue: z.core.$ZodIssue,
  given: Readonly<Record<string, string | undefined>>,
): EnvironmentProblem {
  const variable = String(issue.path[0]);
  const value = given[variable];
  if (value === undefined) return { variable, reason: 'is missing' };
  const rule = issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : issue.message;
  return { variable, reason: SECRETS.has(variable) ? rule : `${rule}, not "${value}"` };
}

export interface EnvironmentProblem {
  readonly variable: string;
  readonly reason: string;
}
