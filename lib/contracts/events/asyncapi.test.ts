import { Parser } from '@asyncapi/parser';
import { expect, it } from 'vitest';
import { asyncApiDocument } from './asyncapi';
import { eventTypes } from './catalogue';

it('is AsyncAPI 3.0 without an error', { timeout: 60_000 }, async () => {
  const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApiDocument()));
  expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
  expect(document?.version()).toBe('3.0.0');
  expect(document?.channels()).toHaveLength(13);
  expect(document?.messages()).toHaveLength(eventTypes.length + 1);
  expect(document?.operations().filterByReceive()).toHaveLength(25);
});
