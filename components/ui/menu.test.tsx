import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Sun } from 'lucide-react';
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { Menu, MenuChoice, MenuItem } from './menu';

afterEach(cleanup);

const onFirst = vi.fn();
const onChange = vi.fn();

function renderMenu() {
  render(
    <>
      <Menu trigger={<button type="button">Account</button>}>
        <MenuItem icon={Sun} onSelect={onFirst}>
          Profile
        </MenuItem>
        <MenuItem icon={Sun} disabled onSelect={onFirst}>
          Barred
        </MenuItem>
        <MenuChoice
          label="Theme"
          value="dark"
          onChange={onChange}
          options={[
            { value: 'light', label: 'Light', icon: Sun },
            { value: 'dark', label: 'Dark', icon: Sun },
          ]}
        />
      </Menu>
      <button type="button">Elsewhere</button>
    </>,
  );
  return screen.getByRole('button', { name: 'Account' });
}

const item = (name: string) =>
  screen.getByRole(/Light|Dark/.test(name) ? 'menuitemradio' : 'menuitem', { name });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

it('opens by the keyboard on its first item, goes round without what is barred, and gives the focus back', () => {
  const button = renderMenu();
  button.focus();
  fireEvent.click(button, { detail: 0 });
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(item('Profile'));
  press('ArrowDown');
  expect(document.activeElement).toBe(item('Light'));
  press('End');
  expect(document.activeElement).toBe(item('Dark'));
  press('ArrowDown');
  expect(document.activeElement).toBe(item('Profile'));
  press('l');
  expect(document.activeElement).toBe(item('Light'));
  press('Escape');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

it('opens upwards on its last item', () => {
  const button = renderMenu();
  button.focus();
  press('ArrowUp');
  expect(document.activeElement).toBe(item('Dark'));
});

it('acts once closed, on what is chosen alone', () => {
  onFirst.mockImplementation(() =>
    expect(screen.getByRole('button', { name: 'Account' })).toBe(document.activeElement),
  );
  const button = renderMenu();
  fireEvent.click(button, { detail: 1 });
  expect(document.activeElement).toBe(screen.getByRole('menu', { name: 'Account' }));
  fireEvent.click(item('Barred'));
  expect(onFirst).not.toHaveBeenCalled();
  fireEvent.click(item('Profile'));
  expect(onFirst).toHaveBeenCalledOnce();
  expect(screen.queryByRole('menu')).toBeNull();

  fireEvent.click(button, { detail: 1 });
  expect(item('Dark').getAttribute('aria-checked')).toBe('true');
  fireEvent.click(item('Light'));
  expect(onChange).toHaveBeenCalledWith('light');
});

it('closes when the pointer or the focus goes elsewhere', () => {
  const button = renderMenu();
  fireEvent.click(button, { detail: 1 });
  fireEvent.pointerDown(screen.getByRole('button', { name: 'Elsewhere' }));
  expect(screen.queryByRole('menu')).toBeNull();
  fireEvent.click(button, { detail: 1 });
  act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus());
  expect(screen.queryByRole('menu')).toBeNull();
});
