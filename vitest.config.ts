import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const sources = ['app', 'components', 'lib', 'server', 'scripts', 'prisma', 'tests', 'worker'];
const matching = (suffix: string) => sources.map((folder) => `${folder}/**/*${suffix}`);

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // Nothing is measured by the clock: on a machine that has other work a test may take long.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: matching('.test.ts'),
          exclude: [...matching('.int.test.ts'), '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: matching('.test.tsx'),
          setupFiles: ['scripts/vitest-dom.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: matching('.int.test.ts'),
          globalSetup: ['scripts/vitest-database.ts', 'scripts/vitest-kafka.ts', 'scripts/vitest-bff.ts'],
          // Real servers on few cores: one file after the other, each with the machine to itself.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One user of a test asks more than a person would; the limits have a test of their own.
          env: { RATE_LIMIT_READS: '1000000', RATE_LIMIT_WRITES: '1000000' },
        },
      },
    ],
  },
});
