/** Brings the database of DATABASE_URL to the committed migrations, and makes or locks the demo university. */
import { env } from '@/lib/infra/env/env';
import { migrate, seed } from './start/prepare-database';

const { DATABASE_URL: url, SEED_DEMO: demo } = env();
console.log(`migrate: ${await migrate(url)}`);
console.log(`seed: ${await seed(url, demo)}`);
