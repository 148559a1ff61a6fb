'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuChoice } from '@/components/ui/menu';
import { useText } from '@/lib/client/text/text-context';
import type { Theme } from '@/lib/client/theme/show-theme';
import { useTheme } from '@/lib/client/theme/use-theme';

const themes = [
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
  { value: 'system', icon: Monitor },
] as const;

export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const text = useText().layout;
  return (
    <Menu
      className="max-md:hidden"
      trigger={
        <Button look="quiet" size="icon" aria-label={text.theme}>
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
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

export function ThemeChoices({ theme, setTheme }: ThemeChoicesProps) {
  const text = useText().layout;
  return (
    <MenuChoice
      label={text.theme}
      value={theme}
      onChange={setTheme}
      options={themes.map(({ value, icon }) => ({ value, icon, label: text.themes[value] }))}
    />
  );
}
