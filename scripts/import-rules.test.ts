import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

const Rules = z.object({ forbidden: z.array(z.object({ name: z.string() })) });
const { forbidden } = Rules.parse(createRequire(import.meta.url)('../.dependency-cruiser.cjs'));

/** For each rule a file that breaks it, and what it imports. */
const violations: Readonly<Record<string, readonly [file: string, imports: string][]>> = {
  'no-cycles': [
    ['lib/domain/a/one.ts', 'lib/domain/a/two'],
    ['lib/domain/a/two.ts', 'lib/domain/a/one'],
  ],
  'contracts-are-leaves': [['lib/contracts/x.ts', 'lib/infra/y']],
  'domain-knows-only-contracts-and-infra': [['lib/domain/a/x.ts', 'server/y']],
  'no-sideways-domain': [['lib/domain/a/x.ts', 'lib/domain/b/write-b']],
  'infra-is-domain-free': [['lib/infra/x.ts', 'lib/domain/a/y']],
  'browser-never-reaches-server': [
    ['components/x/y.tsx', 'lib/shared/z'],
    ['lib/shared/z.ts', 'lib/infra/db/pool'],
  ],
  'ui-primitives-know-no-domain': [['components/ui/x.tsx', 'components/layout/y']],
  'lib-never-imports-bff': [['lib/domain/a/x.ts', 'server/y']],
  'worker-knows-only-contracts': [['worker/x.ts', 'lib/client/y']],
  'nobody-imports-the-worker': [['lib/client/x.ts', 'worker/y']],
  'bff-never-imports-browser': [['server/x.ts', 'lib/client/y']],
  'bff-never-imports-next': [['server/x.ts', 'next/headers']],
  'pages-do-not-touch-infra': [['app/home/page.tsx', 'lib/infra/db/pool']],
  'handlers-never-touch-sockets': [['server/consumers/x.ts', 'server/gateway/y']],
  'gateway-never-consumes': [['server/gateway/x.ts', 'server/outbox-relay/y']],
};

const root = mkdtempSync(path.join(tmpdir(), 'nimbusu-rules-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
  cpSync(file, path.join(root, file));
symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));

/** The names of the rules that a tree of these files breaks. */
function broken(files: readonly (readonly [file: string, imports: string])[]): string[] {
  const folders = ['app', 'components', 'lib', 'server', 'worker'];
  for (const folder of folders) {
    rmSync(path.join(root, folder), { recursive: true, force: true });
    mkdirSync(path.join(root, folder));
  }
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const named = new Set(files.map(([file]) => file.replace(/\.tsx?$/, '')));
  for (const [, imports] of files) {
    if (!named.has(imports) && !imports.startsWith('next/'))
      write(`${imports}.ts`, 'export const value = 1;\n');
  }
  for (const [file, imports] of files) {
    const from = imports.startsWith('next/') ? imports : `@/${imports}`;
    write(file, `import * as it from '${from}';\nexport const value = it;\n`);
  }
  const cli = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const done = spawnSync(
    process.execPath,
    [cli, '--config', '.dependency-cruiser.cjs', '-T', 'json', ...folders],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const Report = z.object({
    summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }) })) }),
  });
  return Report.parse(JSON.parse(done.stdout)).summary.violations.map((violation) => violation.rule.name);
}

describe('import rules', { timeout: 60_000 }, () => {
  it('has a planted violation for every rule', () => {
    expect(Object.keys(violations).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  it.each(Object.entries(violations))('%s is caught', (name, files) => {
    expect(broken(files)).toContain(name);
  });

  it('lets a roster call every noun, and no noun call a roster', () => {
    expect(broken([['lib/domain/roster-import/x.ts', 'lib/domain/b/write-b']])).toEqual([]);
    expect(broken([['lib/domain/a/x.ts', 'lib/domain/roster-import/y']])).toContain('no-sideways-domain');
  });

  it('passes a tree that keeps to them', () => {
    expect(
      broken([
        ['lib/domain/a/x.ts', 'lib/domain/b/queries'],
        ['server/gateway/x.ts', 'lib/domain/a/x'],
      ]),
    ).toEqual([]);
  });
});
