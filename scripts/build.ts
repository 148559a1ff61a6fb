/** Builds web app, BFF and one-off commands for the settings in the environment, without a database or a Kafka. */
import { generatePrisma } from './set-up/generate-prisma';
import { buildProduct } from './start/build-product';

const { BFF_CONNECT_HOST, BFF_PORT } = process.env;
generatePrisma();
const built = await buildProduct({
  variables: {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // The build reads settings but keeps none of them; nothing is connected to.
    DATABASE_URL: 'postgresql://127.0.0.1/nimbusu',
    NEXTAUTH_SECRET: 'only for the build, never for a session',
  },
  bffAddress: `${BFF_CONNECT_HOST || '127.0.0.1'}:${BFF_PORT || '3001'}`,
  onChild: () => undefined,
});
console.log(`build: ${built.join(', ') || 'up to date'}`);
