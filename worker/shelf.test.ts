import { beforeEach, describe, expect, it } from 'vitest';
import { KEPT_AT } from '@/lib/contracts/offline/kept';
import type { DeviceCaches } from './device-caches';
import { createShelf, type Shelf } from './shelf';
import { memoryCaches } from './testing/memory-caches';

const origin = 'https://portal.example.edu';
const at = (path: string) => new URL(path, origin);
const start = Date.parse('2026-11-24T10:02:00Z');

let caches: DeviceCaches;
let now: number;
const shelfOf = (version = 'one') => createShelf({ caches, version, clock: () => now });
const keep = (shelf: Shelf, mark: string, path = '/inbox', asked = shelf.now()) =>
  shelf.keep(mark, asked, at(path), new Response(`${mark} ${path}`, { headers: { 'x-own': 'yes' } }));
const found = async (shelf: Shelf, path = '/inbox') => (await shelf.find(at(path)))?.text();

beforeEach(() => {
  caches = memoryCaches(origin);
  now = start;
});

it('gives back what was kept, with its own headers and the time', async () => {
  const shelf = shelfOf();
  await keep(shelf, 'a');
  now += 60_000;
  const kept = await shelf.find(at('/inbox'));
  expect(await kept?.text()).toBe('a /inbox');
  expect(kept?.headers.get('x-own')).toBe('yes');
  expect(kept?.headers.get(KEPT_AT)).toBe('2026-11-24T10:02:00.000Z');
  expect(await shelf.find(at('/home'))).toBeNull();
});

it('is still there when the worker begins again', async () => {
  await keep(shelfOf(), 'a');
  expect(await found(shelfOf())).toBe('a /inbox');
});

describe('never for the wrong eyes', () => {
  it('another session: all of the first one goes, whatever comes of the other', async () => {
    for (const see of [
      (shelf: Shelf) => keep(shelf, 'b', '/home'),
      (shelf: Shelf) => shelf.belongsTo('b', shelf.now()),
    ]) {
      await keep(shelfOf(), 'a');
      const shelf = shelfOf();
      await see(shelf);
      expect(await found(shelf)).toBeUndefined();
    }
  });

  it('what was asked for before the shelf was emptied is not put on it', async () => {
    const shelf = shelfOf();
    await keep(shelf, 'a');
    const asked = shelf.now();
    await shelf.forget();
    await keep(shelf, 'a', '/inbox', asked);
    await shelf.belongsTo('a', asked);
    expect(await caches.keys()).toEqual([]);
  });

  it('nor is a late answer of the one before', async () => {
    const shelf = shelfOf();
    await keep(shelf, 'a');
    const asked = shelf.now();
    await keep(shelf, 'b');
    await keep(shelf, 'a', '/home', asked);
    expect(await found(shelf)).toBe('b /inbox');
    expect(await found(shelf, '/home')).toBeUndefined();
  });

  it('emptying wins over putting that began before', async () => {
    const shelf = shelfOf();
    await Promise.all([keep(shelf, 'a'), keep(shelf, 'a', '/home'), shelf.forget()]);
    expect(await caches.keys()).toEqual([]);
  });

  it('two shelves cannot be, so neither is believed', async () => {
    await keep(shelfOf(), 'a');
    await caches.open('nimbusu-kept-one-b');
    expect(await found(shelfOf())).toBeUndefined();
  });

  it('after a week in which no server was asked it is not shown', async () => {
    const shelf = shelfOf();
    await keep(shelf, 'a');
    now += 7 * 24 * 60 * 60_000;
    expect(await found(shelf)).toBeUndefined();
  });
});

it('another build takes the place of the one before', async () => {
  await keep(shelfOf('one'), 'a');
  const shelf = shelfOf('two');
  await keep(shelf, 'a', '/home');
  expect(await caches.keys()).toEqual(['nimbusu-kept-two-a']);
});

it('of what was opened the last sixty stay, and the lists', async () => {
  const shelf = shelfOf();
  const page = (number: number) =>
    `/announcements/0190b4f2-6d4e-7a00-8000-${String(number).padStart(12, '0')}`;
  await keep(shelf, 'a', '/inbox');
  for (let number = 0; number < 60; number += 1) await keep(shelf, 'a', page(number));
  await keep(shelf, 'a', page(0));
  await keep(shelf, 'a', page(60));
  expect(await found(shelf, '/inbox')).toBeDefined();
  expect(await found(shelf, page(0))).toBeDefined();
  expect(await found(shelf, page(1))).toBeUndefined();
  expect(await found(shelf, page(60))).toBeDefined();
});
