import { DomainProblem } from '@/lib/domain/problem';

const TAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;
const VERSION = /^"v(\d{1,9})(?:-[a-z]+)?"$/;
/** Versions count from 1: no row has this one. */
const NO_VERSION = 0;

/**
 * A row's version as the text of an ETag: `v3`, on the wire `"v3"`. `variant` tells answers apart that differ though the row
 * is the same (`v3-acknowledged`); an edit asks for the version alone.
 */
export const versionTag = (version: number, variant?: string): string =>
  variant === undefined ? `v${version}` : `v${version}-${variant}`;

/**
 * The version an `If-Match` names; one that was never ours is 0, which no row has. A weak tag cannot match either. `*` and
 * lists are refused: an edit is of one version that somebody has seen.
 * @throws {DomainProblem} `precondition.required` without the header, `request.malformed`
 */
export function readIfMatch(header: string | null, demand: 'required' | 'optional'): number | null {
  if (header === null) {
    if (demand === 'required') throw new DomainProblem('precondition.required');
    return null;
  }
  if (!TAG.test(header.trim())) {
    throw new DomainProblem('request.malformed', {
      errors: [
        {
          field: 'If-Match',
          code: 'malformed',
          message: 'Must be one entity tag, such as "v3" (with quotes)',
        },
      ],
    });
  }
  const version = VERSION.exec(header.trim())?.[1];
  return version === undefined ? NO_VERSION : Number(version);
}

/** Whether the client has what an ETag names already. Compared weakly, as RFC 9110 says of `If-None-Match`. */
export function alreadyHas(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
