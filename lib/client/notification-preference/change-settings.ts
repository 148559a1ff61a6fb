import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NotificationSettings } from '@/lib/contracts/http/notification-preference';
import type {
  ChangeNotificationSettings,
  SetCourseNotifications,
} from '@/lib/contracts/http/notification-preference-requests';
import { requestJson } from '../http/request-json';
import { applyChange } from './apply-change';
import { settingsPath } from './get-settings';
import { preferenceKeys } from './preference-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/notification-preference').then((module) => module.NotificationSettings);

export type SettingsChange =
  | { readonly settings: ChangeNotificationSettings }
  | { readonly courseId: string; readonly set: SetCourseNotifications | null };

/**
 * `PATCH /api/me/notification-settings` and `PUT|DELETE …/courses/{id}`, shown at once and sent one after the other: each is
 * of the version that the one before it has made. `onFailed` hears of each that was not saved.
 */
export function useChangeSettings(onFailed: (error: Error) => void) {
  const queryClient = useQueryClient();
  const { own } = preferenceKeys;
  const current = () => queryClient.getQueryData<NotificationSettings>(own);
  return useMutation({
    mutationKey: own,
    scope: { id: 'notification-settings' },
    networkMode: 'always',
    mutationFn: (change: SettingsChange) => {
      if ('settings' in change)
        return requestJson(fetchShape, settingsPath, {
          method: 'PATCH',
          body: change.settings,
          ifMatch: `v${current()?.version ?? 0}`,
        });
      const path = `${settingsPath}/courses/${change.courseId}`;
      return change.set === null
        ? requestJson(fetchShape, path, { method: 'DELETE' })
        : requestJson(fetchShape, path, { method: 'PUT', body: change.set });
    },
    onMutate: (change) => {
      queryClient.setQueryData<NotificationSettings>(own, (before) => before && ahead(before, change));
    },
    onSuccess: (saved) => {
      // What waits to be sent stays as it is shown; it needs the version alone.
      const isLast = queryClient.isMutating({ mutationKey: own }) <= 1;
      queryClient.setQueryData<NotificationSettings>(own, (shown) =>
        isLast || !shown ? saved : { ...shown, version: saved.version },
      );
    },
    onError: (error) => {
      onFailed(error);
      return queryClient.invalidateQueries({ queryKey: own });
    },
  });
}

function ahead(before: NotificationSettings, change: SettingsChange): NotificationSettings {
  if ('settings' in change) return applyChange(before, change.settings);
  return {
    ...before,
    courses: before.courses.map((course) =>
      course.course_id === change.courseId
        ? { ...course, level: change.set?.level ?? null, muted_until: change.set?.muted_until ?? null }
        : course,
    ),
  };
}
