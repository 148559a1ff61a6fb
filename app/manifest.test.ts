import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { messages as german } from '@/lib/client/text/de/messages';
import manifest from './manifest';

vi.mock('./request-language', () => ({ requestText: async () => german }));

/** Width and height as the PNG's own header says them. */
function sizeOf(path: string): string {
  const bytes = readFileSync(path);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

describe('the manifest', () => {
  it('names icons that are there, in the sizes it says', async () => {
    const { icons = [] } = await manifest();
    expect(icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512']);
    for (const { src, sizes } of icons) expect(sizeOf(`public${src}`)).toBe(sizes);
    expect(icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1);
  });

  it('speaks the language of who asks', async () => {
    const { shortcuts = [], description } = await manifest();
    expect(description).toBe(german.page.description);
    expect(shortcuts.map(({ name, url }) => [name, url])).toEqual([
      [german.layout.places.inbox, '/inbox'],
      [german.layout.places.announcements, '/announcements'],
    ]);
  });
});
