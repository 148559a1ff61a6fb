'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuChoice } from '@/components/ui/menu';

const themes = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the device', icon: Monitor },
] as const;

export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label="Colour theme" className="max-md:hidden">
          <Icon of={Sun} className="dark:hidden" />
          <Icon of={Moon} className="hidden dark:block" />
        </Button>
      }
    >
      <ThemeChoices theme={theme} setTheme={setTheme} />
    </Menu>
  );
}

interface ThemeChoicesProps {
  theme: string | undefined;
  setTheme: (theme: string) => void;
}

export function ThemeChoices({ theme, setTheme }: ThemeChoicesProps) {
  return (
    <MenuChoice
      label="Colour theme"
      value={theme ?? 'system'}
      onChange={setTheme}
      options={themes.map(({ value, label, icon }) => ({ value, label, icon }))}
    />
  );
}
