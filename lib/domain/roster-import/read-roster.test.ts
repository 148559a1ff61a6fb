import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterFiles } from '@/tests/roster-files';
import { DomainProblem } from '../problem';
import { readRoster } from './read-roster';

type Files = Parameters<typeof readRoster>[0];

const refusal = (files: Files): string[] => {
  try {
    readRoster(files);
  } catch (error) {
    if (error instanceof DomainProblem)
      return (error.details.errors ?? []).map(({ field, code }) => `${field} ${code}`);
    throw error;
  }
  return [];
};
const manifest = (...lines: string[]) =>
  ['propertyName,value', 'manifest.version,1.0', 'oneroster.version,1.1', ...lines].join('\n');
const ORGS = 'sourcedId,name,type\no,Org,school';

describe('OneRoster files', () => {
  it('are read whole, and no password is among what is read', () => {
    const rows = readRoster(rosterFiles());
    expect(Object.values(rows).map((each) => each.length)).toEqual([3, 3, 8, 2, 3, 9]);
    expect(rows.users[3]).toMatchObject({
      row: 5,
      familyName: 'Varga, Jr.',
      givenName: 'Béla',
      problems: [],
    });
    expect(JSON.stringify(rows)).not.toContain('hunter2');
  });

  it('are the same whatever the order of the columns, and whatever others there are', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replaceAll('\uFFFD', '').trim())
      .filter((text) => !text.includes('\0') && !/^[=+\-@]/.test(text));
    const table = fc.array(fc.record({ name: cell, type: cell, identifier: cell, 'metadata.x': cell }), {
      minLength: 1,
      maxLength: 8,
    });
    const order = fc.shuffledSubarray(['sourcedId', 'name', 'type', 'identifier', 'metadata.x'], {
      minLength: 5,
    });
    fc.assert(
      fc.property(table, order, fc.boolean(), (records, columns, bom) => {
        const rows = records.map((record, at) => ({ ...record, sourcedId: `id ${at}` }));
        const content = stringify(rows, { header: true, columns, bom, quoted: true });
        const read = readRoster({ 'orgs.csv': content }).orgs;
        expect(read).toEqual(
          rows.map(({ 'metadata.x': _passed, ...own }, at) => ({
            ...own,
            row: at + 2,
            status: '',
            parentSourcedId: '',
            problems: [],
          })),
        );
      }),
    );
  });

  it('of any text are read or refused, never worse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (users, said) => {
        refusal({ 'users.csv': users, 'orgs.csv': `${ORGS}\n${said}`, 'manifest.csv': manifest(said) });
      }),
    );
  });

  it.each([
    ['nothing', {}, ['files empty']],
    ['an empty file', { 'orgs.csv': '' }, ['files.orgs.csv header']],
    [
      'columns missing',
      { 'orgs.csv': 'sourcedId,Name\n' },
      ['files.orgs.csv.name missing_column', 'files.orgs.csv.type missing_column'],
    ],
    ['a column twice', { 'orgs.csv': 'sourcedId,name,type,name\n' }, ['files.orgs.csv.name column_twice']],
    ['another encoding', { 'orgs.csv': `${ORGS}\np,M\uFFFDller,school` }, ['files.orgs.csv encoding']],
    ['half a character', { 'orgs.csv': `${ORGS}\np,M\ud800,school` }, ['files.orgs.csv encoding']],
    ['an open quote', { 'orgs.csv': `${ORGS}\n"p,P,school` }, ['files.orgs.csv malformed']],
    [
      'semicolons',
      { 'orgs.csv': 'sourcedId;name;type\n' },
      [
        'files.orgs.csv.sourcedId missing_column',
        'files.orgs.csv.name missing_column',
        'files.orgs.csv.type missing_column',
      ],
    ],
    ['too many rows', { 'orgs.csv': `${ORGS}${'\np,P,school'.repeat(20_000)}` }, ['files too_big']],
    [
      'a file of changes',
      { 'orgs.csv': ORGS, 'manifest.csv': manifest('file.orgs,delta') },
      ['files.manifest.csv.file.orgs delta'],
    ],
    [
      'a way unknown',
      { 'orgs.csv': ORGS, 'manifest.csv': manifest('file.orgs,some') },
      ['files.manifest.csv.file.orgs unknown'],
    ],
    [
      'a file that was named and is not there',
      { 'orgs.csv': ORGS, 'manifest.csv': manifest('file.users,bulk') },
      ['files.users.csv missing_file'],
    ],
    ['all files absent', { 'orgs.csv': ORGS, 'manifest.csv': manifest('file.orgs,absent') }, ['files empty']],
    [
      'another version',
      { 'orgs.csv': ORGS, 'manifest.csv': manifest().replace('1.1', '1.2') },
      ['files.manifest.csv.oneroster.version version'],
    ],
  ] as const)('with %s are refused', (_what, files, problems) => {
    expect(refusal(files)).toEqual(problems);
  });

  it('that are absent by the manifest are passed over, and so are changes of files nobody takes', () => {
    const said = manifest('file.orgs,bulk', 'file.users,absent', 'file.results,delta');
    const rows = readRoster({ 'orgs.csv': ORGS, 'users.csv': 'nonsense', 'manifest.csv': said });
    expect([rows.orgs.length, rows.users.length]).toEqual([1, 0]);
  });
});
