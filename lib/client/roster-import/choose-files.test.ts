import { expect, it } from 'vitest';
import { chooseFiles } from './choose-files';

it('of the chosen files those of a roster are read, and what is not in UTF-8 is named', async () => {
  const files = [
    new File(['sourcedId,name,type\n'], 'orgs.csv'),
    new File([new Uint8Array(Buffer.from('Müller', 'latin1'))], 'users.csv'),
    new File(['secret'], 'demographics.csv'),
  ];
  expect(await chooseFiles(files)).toEqual({
    files: { 'orgs.csv': 'sourcedId,name,type\n', 'users.csv': 'Müller' },
    ignored: ['demographics.csv'],
    foreign: ['users.csv'],
  });
});
