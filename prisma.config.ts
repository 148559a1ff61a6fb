import { defineConfig } from 'prisma/config';

/** Read by the Prisma command line only; the processes take their settings from `lib/infra/env`. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://nimbusu@127.0.0.1/nimbusu' },
});
