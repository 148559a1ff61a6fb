import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { NotificationView } from '@/lib/contracts/http/notification';

/** Rows are numbered by age: a higher number is a newer one. All are an hour old and more. */
export function sampleTime(n: number): string {
  return new Date(Date.UTC(2026, 10, 24, 8, 0, n)).toISOString();
}

export function sampleNotification(n: number, change: Partial<NotificationView> = {}): NotificationView {
  return {
    id: `n${String(n).padStart(4, '0')}`,
    kind: 'announcement',
    title: `Notification ${n}`,
    message: 'Read the announcement',
    priority: 'normal',
    action_url: `/announcements/a${n}`,
    correlation_id: 'c1',
    created_at: sampleTime(n),
    seen_at: null,
    read_at: null,
    archived_at: null,
    withdrawn_at: null,
    category: 'announcement',
    group_key: '',
    snoozed_until: null,
    ...change,
  };
}

export function sampleAnnouncement(n: number, change: Partial<AnnouncementView> = {}): AnnouncementView {
  return {
    id: `a${String(n).padStart(4, '0')}`,
    title: `Announcement ${n}`,
    content: 'Text',
    priority: 'normal',
    status: 'published',
    target_audience: 'all',
    target_details: { role_names: [], department_ids: [], course_ids: [], user_ids: [] },
    acknowledgement_required: false,
    acknowledged_at: null,
    created_by: { id: 'u1', name: 'Ada' },
    created_at: sampleTime(n),
    scheduled_for: null,
    published_at: sampleTime(n),
    expires_at: null,
    pinned_at: null,
    revision: 1,
    announced_revision: 1,
    revised_at: null,
    version: 2,
    ...change,
  };
}
