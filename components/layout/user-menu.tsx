'use client';

import { CircleUser, LogOut } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useEndRealtime } from '@/lib/client/realtime/realtime-provider';
import { signOutHere } from '@/lib/client/session/leave';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import { ThemeChoices } from './theme-switch';

export function UserMenu() {
  const me = useMe();
  const text = useText().layout;
  const { theme, setTheme } = useTheme();
  const { disconnect, forget } = useEndRealtime();
  const [isLeaving, setIsLeaving] = useState(false);

  async function leave(): Promise<void> {
    setIsLeaving(true);
    const reconnect = disconnect();
    try {
      await signOutHere(forget);
    } catch {
      reconnect();
      setIsLeaving(false);
      toast.error(text.stillSignedIn);
    }
  }

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
      <MenuItem icon={LogOut} disabled={isLeaving} onSelect={() => void leave()}>
        {text.signOut}
      </MenuItem>
    </Menu>
  );
}
