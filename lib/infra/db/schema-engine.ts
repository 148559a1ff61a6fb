import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import * as z from 'zod';

/**
 * Prisma's schema engine as WebAssembly: it applies committed migrations and tells the SQL between two schemas, without
 * the native engine that Prisma downloads. `prisma migrate deploy` reads the same files and the same bookkeeping table.
 */
export async function openSchemaEngine(databaseUrl: string, datamodel: string): Promise<SchemaEngine> {
  const directory = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const imported: unknown = await import(
    /* webpackIgnore: true */ pathToFileURL(path.join(directory, 'schema_engine_bg.js')).href
  );
  const module = EngineModule.parse(imported);
  const wasm = await WebAssembly.compile(await readFile(path.join(directory, 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': WasmImports.parse(imported),
  });
  module.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const engine = await module.SchemaEngine.new(
    { datamodels: [['prisma/schema.prisma', datamodel]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool)),
  );
  return {
    close: () => pool.end(),
    async applyMigrations(migrations) {
      const applied = await engine.applyMigrations({
        migrationsList: {
          baseDir: 'prisma/migrations',
          lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
          shadowDbInitScript: '',
          migrationDirectories: migrations.map(({ name, sql }) => ({
            path: name,
            migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
          })),
        },
        filters: NO_FILTERS,
      });
      return applied.appliedMigrationNames;
    },
    async diff(from, to) {
      const files = (content: string) => [{ path: 'prisma/schema.prisma', content }];
      const result = await engine.diff({
        exitCode: null,
        from: from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: files(from) },
        to: { tag: 'schemaDatamodel', files: files(to) },
        script: true,
        shadowDatabaseUrl: null,
        filters: NO_FILTERS,
      });
      return result.stdout;
    },
  };
}

export interface SchemaEngine {
  /** Applies what is not applied yet, in order; returns the names of what it applied. */
  applyMigrations(migrations: readonly { name: string; sql: string }[]): Promise<string[]>;
  /** The SQL that leads from one datamodel (`null`: an empty database) to another. */
  diff(from: string | null, to: string): Promise<string>;
  close(): Promise<void>;
}

const NO_FILTERS = { externalTables: [], externalEnums: [] };

interface RawEngine {
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: unknown): Promise<{ stdout: string }>;
}

/** The package ships no types for this entry, so its shape is checked here. */
const EngineModule = z.custom<{
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: { new: (options: unknown, log: () => void, adapter: unknown) => Promise<RawEngine> };
}>(
  (value) =>
    typeof value === 'object' && value !== null && 'SchemaEngine' in value && '__wbg_set_wasm' in value,
);

const WasmImports = z.custom<WebAssembly.ModuleImports>(
  (value) => typeof value === 'object' && value !== null,
);
