'use client';

import { CheckCheck, Keyboard, LogOut, type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { useSignOut } from '@/components/session/use-sign-out';
import { toast } from '@/components/ui/toast';
import { useReadAllNotifications } from '@/lib/client/notification/read-all-notifications';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { useTheme } from '@/lib/client/theme/use-theme';

interface PaletteAction {
  icon: LucideIcon;
  words: string;
  run: () => void;
}

const themes = [
  ['light', Sun],
  ['dark', Moon],
  ['system', Monitor],
] as const;

/** What can be done from anywhere. */
export function usePaletteActions({ onShowShortcuts }: { onShowShortcuts: () => void }): PaletteAction[] {
  const { layout, inbox, palette, keyboard, problem } = useText();
  const { theme, setTheme } = useTheme();
  const { signOut } = useSignOut();
  const { mutate: readAll } = useReadAllNotifications();
  return [
    {
      icon: CheckCheck,
      words: inbox.markAllRead,
      run: () =>
        readAll(undefined, {
          onSuccess: () => toast.success(palette.allRead),
          onError: (error) => toast.error(inbox.allStillUnread(describeProblem(problem, error))),
        }),
    },
    ...themes
      .filter(([name]) => name !== theme)
      .map(([name, icon]) => ({
        icon,
        words: palette.themeTo(layout.themes[name]),
        run: () => setTheme(name),
      })),
    { icon: Keyboard, words: keyboard.title, run: onShowShortcuts },
    { icon: LogOut, words: layout.signOut, run: () => void signOut() },
  ];
}
