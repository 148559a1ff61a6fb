import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const folders = ['app/api', 'lib', 'server'];

/** What the sources say of who emits what: read from the code, so that no list can claim more. */
export interface EventSources {
  /** The files that publish an event of this type. */
  publishersOf(eventType: string): readonly string[];
  /** Every type that some file publishes. */
  readonly published: ReadonlySet<string>;
  /** Whether this file imports that one, directly or through others. */
  reaches(from: string, to: string): boolean;
}

export function readEventSources(): EventSources {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(folder, file))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file)),
  );
  const imports = new Map<string, readonly string[]>();
  const publishers = new Map<string, string[]>();
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    imports.set(file, importsOf(file, source));
    for (const type of publishedIn(file, source))
      publishers.set(type, [...(publishers.get(type) ?? []), file]);
  }
  return {
    publishersOf: (eventType) => publishers.get(eventType) ?? [],
    published: new Set(publishers.keys()),
    reaches(from, to) {
      const seen = new Set<string>();
      const next = [from];
      for (let file = next.pop(); file !== undefined; file = next.pop()) {
        if (file === to) return true;
        if (seen.has(file)) continue;
        seen.add(file);
        next.push(...(imports.get(file) ?? []));
      }
      return false;
    },
  };
}

function importsOf(file: string, source: string): string[] {
  const { importedFiles } = ts.preProcessFile(source, true, true);
  return importedFiles.flatMap(({ fileName }) => {
    const target = fileName.startsWith('@/')
      ? fileName.slice(2)
      : fileName.startsWith('.')
        ? path.join(path.dirname(file), fileName)
        : null;
    const found =
      target === null ? undefined : ['.ts', '.tsx', ''].find((end) => existsSync(`${target}${end}`));
    return target !== null && found !== undefined ? [`${target}${found}`] : [];
  });
}

/** The types in `publish('TYPE', …)`; also each way of `publish(isA ? 'A' : 'B', …)`. */
function publishedIn(file: string, source: string): Set<string> {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest);
  const types = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && nameOf(node.expression) === 'publish')
      for (const text of node.arguments[0] ? literalsOf(node.arguments[0]) : []) types.add(text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return types;
}

function nameOf(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return [];
}
