import type { Env } from '@/lib/infra/env/read-env';
import { demoAccounts } from '@/prisma/seed/people';
import { DEMO_PASSWORD } from '@/prisma/seed/seed-demo';

/** Where to go and who to be. */
export function printBanner(options: { url: string; settings: Env; print: (line: string) => void }): void {
  const { url, settings, print } = options;
  print('');
  print(`  NimbusU is up: ${url}`);
  print(
    `  Event log: ${settings.KAFKA_BROKERS ? `Kafka at ${settings.KAFKA_BROKERS.join(', ')}` : 'embedded (set KAFKA_BROKERS for Kafka)'}`,
  );
  if (settings.SEED_DEMO) {
    print('  Demo accounts exist, their password is public (SEED_DEMO=false locks them):');
    for (const { email, role } of demoAccounts)
      print(`    ${email.padEnd(24)} ${role.padEnd(8)} ${DEMO_PASSWORD}`);
  }
  print('  Ctrl-C stops everything.');
  print('');
}
