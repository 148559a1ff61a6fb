'use client';

import { CircleUser, LogOut, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useSignOut } from '@/components/session/use-sign-out';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import { useTheme } from '@/lib/client/theme/use-theme';
import { ThemeChoices } from './theme-switch';

export function UserMenu() {
  const me = useMe();
  const text = useText().layout;
  const { theme, setTheme } = useTheme();
  const router = useRouter();
  const { signOut, isLeaving } = useSignOut();

  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={text.accountOf(me.name)}>
          <Icon of={CircleUser} />
        </Button>
      }
    >
      <MenuHeading>
        <span className="block font-strong wrap-anywhere">
          <bdi>{me.name}</bdi>
        </span>
        <span className="block text-sm wrap-anywhere text-ink-2">{me.email}</span>
        <span className="block text-sm text-ink-3">
          {text.roles[me.role]}
          {me.department && `, ${me.department.name}`}
        </span>
      </MenuHeading>
      <div className="md:hidden">
        <MenuSeparator />
        <ThemeChoices theme={theme} setTheme={setTheme} />
      </div>
      <MenuSeparator />
      <MenuItem icon={UserRound} onSelect={() => router.push('/profile')}>
        {text.places.profile}
      </MenuItem>
      <MenuItem icon={LogOut} disabled={isLeaving} onSelect={() => void signOut()}>
        {text.signOut}
      </MenuItem>
    </Menu>
  );
}
