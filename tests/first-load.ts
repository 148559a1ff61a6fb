import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** kB (1,000 bytes) of gzipped JavaScript that a page should ask for over an empty one, at most. */
export const MOST_KB = { student: 45, staff: 75 } as const;

/** What a page's HTML asks a modern browser to load and run by itself, as files below the build's folder; each once. */
export function scriptsOf(html: string): string[] {
  const found = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const address = /\s(?:src|href)="\/_next\/(static\/[^"?]+\.js)/.exec(tag)?.[1];
    const isScript = tag.startsWith('<script') ? !/\snomodule/i.test(tag) : /\sas="script"/.test(tag);
    if (address && isScript) found.add(decodeURI(address));
  }
  return [...found];
}

/** Each file gzipped by itself, as it is served. */
export function gzippedBytes(scripts: Iterable<string>, folder = '.next'): number {
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(readFileSync(path.join(folder, script))).length;
  return bytes;
}

/**
 * What every page of the build loads, whatever is on it: the scripts of the page Next itself adds to each build for the
 * case that even the root layout fails. Nothing of ours is in it.
 */
export function emptyPageBytes(folder = '.next'): number {
  const html = readFileSync(path.join(folder, 'server/app/_global-error.html'), 'utf8');
  return gzippedBytes(scriptsOf(html), folder);
}
