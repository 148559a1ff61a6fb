import { expect, it } from 'vitest';
import { problems } from './problem';
import { retriableCodes } from './retriable-codes';

it('says of every problem what the catalogue says', () => {
  const retriable = Object.entries(problems).flatMap(([code, { retriable }]) => (retriable ? [code] : []));
  expect([...retriableCodes].sort()).toEqual(retriable.sort());
});
