import type { SettingsChange } from '@/lib/client/notification-preference/change-settings';
import type { NotificationSettings } from '@/lib/contracts/http/notification-preference';

export interface SectionProps {
  readonly settings: NotificationSettings;
  /** Saves a change; what fails is said, and taken back. */
  readonly save: (change: SettingsChange) => void;
}
