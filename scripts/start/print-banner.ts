import type { Env } from '@/lib/infra/env/read-env';
import { DEMO_PASSWORD } from '@/prisma/seed/demo-password';
import { demoAccounts } from '@/prisma/seed/people';

/** Where to go and who to be. */
export function printBanner(options: { url: string; settings: Env; print: (line: string) => void }): void {
  const { url, settings, print } = options;
  const kafka = settings.KAFKA_BROKERS?.join(', ');
  const lines = [
    '',
    `  NimbusU is up: ${url}`,
    `  Event log: ${kafka ? `Kafka at ${kafka}` : 'embedded (KAFKA_BROKERS names a Kafka)'}`,
    ...(settings.SEED_DEMO ? demoLines() : []),
    '  Ctrl-C stops everything.',
    '',
  ];
  for (const line of lines) print(line);
}

function demoLines(): string[] {
  return [
    '  Demo accounts, with a password that everybody knows (in production: SEED_DEMO=false):',
    ...demoAccounts.map(
      ({ email, role, departmentCode }) =>
        `    ${email.padEnd(24)} ${DEMO_PASSWORD}   ${[role, departmentCode].filter(Boolean).join(', ')}`,
    ),
  ];
}
