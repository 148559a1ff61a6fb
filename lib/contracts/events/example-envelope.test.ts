import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { eventTypes } from './catalogue';
import { exampleEnvelope } from './example-envelope';
import { decodeEvent, encodeEvent } from './wire';

const golden = new URL('./golden/', import.meta.url);
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each(eventTypes)('the example of %s', (type) => {
  it('is what the golden file says', async () => {
    const written = `${JSON.stringify(JSON.parse(encodeEvent(exampleEnvelope(type))), null, 2)}\n`;
    await expect(written).toMatchFileSnapshot(`./golden/${type}.json`);
  });

  it('comes back whole from the wire', () => {
    const envelope = exampleEnvelope(type);
    expect(decodeEvent(bytes(encodeEvent(envelope)))).toEqual({ kind: 'event', envelope });
  });

  it('is read from the golden file', async () => {
    const text = await readFile(new URL(`${type}.json`, golden), 'utf8');
    expect(decodeEvent(bytes(text))).toEqual({ kind: 'event', envelope: exampleEnvelope(type) });
  });
});

it('there is one golden file for each event type and no other', async () => {
  expect((await readdir(golden)).sort()).toEqual(eventTypes.map((type) => `${type}.json`).sort());
});

it('gives each example an id of its own', () => {
  expect(new Set(eventTypes.map((type) => exampleEnvelope(type).event_id)).size).toBe(eventTypes.length);
});
