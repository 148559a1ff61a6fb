import type {
  NotificationCategory,
  NotificationChannel,
  NotificationMode,
} from '@/lib/contracts/http/notification-category';
import type { NotificationSettings, OwnModes } from '@/lib/contracts/http/notification-preference';
import type { ChangeNotificationSettings } from '@/lib/contracts/http/notification-preference-requests';
import { presets } from '@/lib/contracts/http/notification-presets';

/** In the order of the table; typed out here, since the schemas are not wanted in the first load. */
export const channelNames: readonly NotificationChannel[] = ['in_app', 'email', 'push', 'sms'];
export const categoryNames: readonly NotificationCategory[] = [
  'announcement',
  'timetable',
  'attendance',
  'course',
  'material',
  'message',
  'discussion',
  'security',
  'other',
];

/** What the settings are once the server has taken a change, as far as it can be known before. */
export function applyChange(
  settings: NotificationSettings,
  change: ChangeNotificationSettings,
): NotificationSettings {
  let own = change.preset ? [] : settings.own;
  for (const { category, ...modes } of change.own ?? []) {
    const before = own.find((row) => row.category === category) ?? noModes(category);
    const after = { ...before };
    for (const channel of channelNames) {
      const mode = modes[channel];
      if (mode !== undefined) after[channel] = mode;
    }
    own = [...own.filter((row) => row.category !== category), after];
  }
  return {
    ...settings,
    preset: change.preset ?? settings.preset,
    own: own.filter((row) => channelNames.some((channel) => row[channel] !== null)),
    quiet_hours: change.quiet_hours ?? settings.quiet_hours,
    paused_until: change.paused_until === undefined ? settings.paused_until : change.paused_until,
    digest: change.digest ?? settings.digest,
  };
}

export interface Cell {
  readonly mode: NotificationMode;
  readonly isOwn: boolean;
  readonly isMandatory: boolean;
}

/** How a category goes by a channel, and who says so. */
export function cellOf(
  settings: NotificationSettings,
  category: NotificationCategory,
  channel: NotificationChannel,
): Cell {
  const isMandatory = settings.mandatory.some(
    (rule) => rule.category === category && rule.channels.includes(channel),
  );
  const own = settings.own.find((row) => row.category === category)?.[channel] ?? null;
  const mode = own ?? presets[settings.preset][category][channel];
  return { mode: isMandatory ? 'on' : mode, isOwn: own !== null, isMandatory };
}

const noModes = (category: NotificationCategory): OwnModes => ({
  category,
  in_app: null,
  email: null,
  sms: null,
  push: null,
});
