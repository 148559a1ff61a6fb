import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createShortcutRegistry, type Shortcut } from './shortcut-registry';
import { moveFocus } from './use-list-keys';

let isOn = true;
let time = 0;
let registry: ReturnType<typeof createShortcutRegistry>;

beforeEach(() => {
  isOn = true;
  registry = createShortcutRegistry(
    () => isOn,
    () => time,
  );
  document.addEventListener('keydown', registry.press);
});
afterEach(() => {
  document.removeEventListener('keydown', registry.press);
  document.body.innerHTML = '';
});

function add(keys: string) {
  const run = vi.fn();
  const shortcut: Shortcut = { keys, label: keys, group: 'anywhere', run };
  return { run, remove: registry.add(shortcut) };
}

function press(key: string, options: KeyboardEventInit = {}, target: Element = document.body) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

it('runs a key, a combination, and a sequence', () => {
  const [help, palette, inbox] = [add('?'), add('mod+k'), add('g i')];
  expect([press('?'), press('k', { ctrlKey: true }), press('K', { metaKey: true })]).toEqual([
    true,
    true,
    true,
  ]);
  expect([press('g'), press('i')]).toEqual([false, true]);
  expect(help.run).toHaveBeenCalledTimes(1);
  expect(palette.run).toHaveBeenCalledTimes(2);
  expect(inbox.run).toHaveBeenCalledTimes(1);
});

it('forgets a sequence that is not gone on with', () => {
  const { run } = add('g i');
  press('g');
  press('x');
  press('i');
  press('g');
  time += 2_000;
  press('i');
  expect(run).not.toHaveBeenCalled();
});

it.each([
  '<input>',
  '<textarea></textarea>',
  '<select></select>',
  '<div contenteditable="true"></div>',
  '<div role="dialog"><button></button></div>',
  '<div role="menu"></div>',
])('leaves keys typed in %s alone', (html) => {
  const { run } = add('j');
  const palette = add('mod+k');
  document.body.innerHTML = html;
  const target = document.querySelector('button') ?? document.body.firstElementChild ?? document.body;
  expect(press('j', {}, target)).toBe(false);
  press('k', { ctrlKey: true }, target);
  expect(run).not.toHaveBeenCalled();
  expect(palette.run).not.toHaveBeenCalled();
});

it('can be switched off; combinations stay', () => {
  const [single, combination] = [add('j'), add('mod+k')];
  isOn = false;
  press('j');
  press('k', { ctrlKey: true });
  expect(single.run).not.toHaveBeenCalled();
  expect(combination.run).toHaveBeenCalledTimes(1);
});

it('means the one that came last, and those before once it is gone', () => {
  const [first, second] = [add('j'), add('j')];
  press('j');
  second.remove();
  press('j');
  expect([first.run, second.run].map((run) => run.mock.calls.length)).toEqual([1, 1]);
});

it('leaves the browser its own combinations', () => {
  const { run } = add('r');
  expect(press('r', { ctrlKey: true })).toBe(false);
  press('r', { altKey: true });
  expect(run).not.toHaveBeenCalled();
});

it('moves the focus from row to row and no further', () => {
  document.body.innerHTML =
    '<ul><li><a href="/1">1</a></li><li><a href="/2">2</a><button></button></li></ul>';
  const list = document.querySelector('ul');
  if (!list) throw new Error('no list');
  const focused = () => document.activeElement?.textContent;
  moveFocus(list, 1);
  expect(focused()).toBe('1');
  moveFocus(list, 1);
  moveFocus(list, 1);
  expect(focused()).toBe('2');
  moveFocus(list, -1);
  moveFocus(list, -1);
  expect(focused()).toBe('1');
});
