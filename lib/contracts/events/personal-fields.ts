/**
 * What a field may show of its value to somebody who has no reason to know whom it is about:
 * `word`: a value from the product's own vocabulary; `id`, `time`, `route`: only if it looks like one;
 * `reason`: why something failed, without what it quotes; `personal`: nothing.
 */
export type FieldKind = 'word' | 'id' | 'time' | 'route' | 'reason' | 'personal';

/**
 * The kind of a field by its name, wherever it stands. A name nobody has judged is personal: another service's field must
 * not show somebody's address because it is called something else. A test wants every text of the catalogue judged.
 */
export function fieldKind(name: string): FieldKind {
  return kinds.get(name) ?? suffixes.find(([suffix]) => name.endsWith(suffix))?.[1] ?? 'personal';
}

/** Whether a name has been judged, by itself or by its ending. */
export function isJudged(name: string): boolean {
  return kinds.has(name) || suffixes.some(([suffix]) => name.endsWith(suffix));
}

const suffixes: readonly (readonly [suffix: string, kind: FieldKind])[] = [
  ['_id', 'id'],
  ['_ids', 'id'],
  ['_by', 'id'],
  ['_at', 'time'],
  ['_name', 'personal'],
  ['_email', 'personal'],
  ['_phone', 'personal'],
  ['_url', 'personal'],
];

const table: Readonly<Record<FieldKind, string>> = {
  word: `event_type event_version service_name original_topic consumer_group
    access_type action alert_level announcement_type browser category change channel channels content_type conversation_type
    course_code course_name custom_code department_name device_type entry_type event_name faculty_role format grantee_type
    message_type mime_type new_status notification_type old_status os permission previous_role_name previous_status
    priority recipient_type remaining_role_names report_type role_name role_names room_name screen_size semester_name
    source status target_audience
    absent_count academic_year acknowledged_revision announced_revision edit_kind revision version attempt_count count credits current_count day_of_week duration_seconds entry_count
    failed_attempts failure_count file_size for_everyone is_account_locked is_published is_soft_delete max_capacity
    max_students position present_count previous_position requires_approval row_count semester semester_number semesters
    group_key is_staff_only rule seq sessions_revoked threshold_percentage total_classes total_students value version_number was_published`,
  id: 'original_key',
  time: `timestamp original_timestamp class_date date_from date_to effective_from end_time enrollment_date locked_until
    scheduled_for snoozed_until start_time suspended_until`,
  route: 'request',
  reason: 'error_message failure_reason stack_trace',
  personal: `absent_in_row attendance_percentage best_percentage can_miss change_note classes_attended content description email grade grade_points ip_address
    label message message_text page_url post_title reason referrer register_no remarks reply_text tags title user_agent`,
};

const fieldKinds: readonly FieldKind[] = ['word', 'id', 'time', 'route', 'reason', 'personal'];

const kinds = new Map<string, FieldKind>(
  fieldKinds.flatMap((kind) => table[kind].split(/\s+/).map((name) => [name, kind] as const)),
);
