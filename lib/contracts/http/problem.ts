import * as z from 'zod/mini';

/** Every error the API can answer with, by code. RFC 9457 problems carry the code, so a client never parses prose. */
export const problems = {
  'request.malformed': { status: 400, title: 'The request could not be read', retriable: false },
  'request.invalid': { status: 422, title: 'Some fields are not right', retriable: false },
  'request.too_large': { status: 413, title: 'The request body is too large', retriable: false },
  'request.wrong_media_type': { status: 415, title: 'The body must be JSON', retriable: false },
  'origin.foreign': { status: 403, title: 'The request comes from a foreign origin', retriable: false },
  'auth.required': { status: 401, title: 'Sign in first', retriable: false },
  'auth.too_many_attempts': { status: 429, title: 'Too many attempts to sign in', retriable: true },
  'auth.second_factor_missing': {
    status: 403,
    title: 'Show your second factor first, or get one',
    retriable: false,
  },
  'second_factor.already_on': {
    status: 409,
    title: 'There is a second factor already',
    retriable: false,
  },
  'password.link_invalid': {
    status: 410,
    title: 'The link was used already, or is too old',
    retriable: false,
  },
  'auth.forbidden': { status: 403, title: 'Your role does not allow this', retriable: false },
  'resource.not_found': { status: 404, title: 'There is no such thing, or not for you', retriable: false },
  'precondition.required': {
    status: 428,
    title: 'Say with If-Match which version you changed',
    retriable: false,
  },
  'precondition.failed': { status: 412, title: 'It was changed in the meantime', retriable: false },
  'idempotency.key_reused': {
    status: 422,
    title: 'The idempotency key was used for another request',
    retriable: false,
  },
  'idempotency.in_progress': {
    status: 409,
    title: 'The first request with this key is still under way',
    retriable: true,
  },
  'rate.limited': { status: 429, title: 'Too many requests', retriable: true },
  'announcement.already_published': {
    status: 409,
    title: 'The announcement is published already',
    retriable: false,
  },
  'announcement.archived': { status: 409, title: 'The announcement is archived', retriable: false },
  'announcement.not_scheduled': {
    status: 409,
    title: 'The announcement is not scheduled',
    retriable: false,
  },
  'announcement.not_published': {
    status: 409,
    title: 'The announcement is not public',
    retriable: false,
  },
  'announcement.target_fixed': {
    status: 409,
    title: 'Whom a published announcement is for cannot change',
    retriable: false,
  },
  'announcement.nobody_targeted': {
    status: 422,
    title: 'The announcement would reach nobody',
    retriable: false,
  },
  'announcement.nobody_outstanding': {
    status: 409,
    title: 'Everybody has answered already',
    retriable: false,
  },
  'announcement.reminded_just_now': {
    status: 409,
    title: 'They were reminded a moment ago',
    retriable: true,
  },
  'announcement.acknowledgement_not_asked': {
    status: 409,
    title: 'The announcement asks for no acknowledgement',
    retriable: false,
  },
  'announcement.unknown_target': { status: 422, title: 'A target does not exist', retriable: false },
  'timetable.conflict': {
    status: 409,
    title: 'A room or a teacher is needed twice, or a course cannot be taught then',
    retriable: false,
  },
  'timetable.exists': { status: 409, title: 'The department has a timetable in this term', retriable: false },
  'timetable.proposal_running': { status: 409, title: 'A proposal is being made already', retriable: true },
  'timetable.no_place': {
    status: 409,
    title: 'There are more classes than rooms and times for them',
    retriable: false,
  },
  'room.code_taken': { status: 409, title: 'Another room has this code', retriable: false },
  'room.in_use': { status: 409, title: 'Classes are planned in this room', retriable: false },
  'person.is_self': { status: 409, title: 'Nobody may do this to their own account', retriable: false },
  'person.last_admin': { status: 409, title: 'Nobody would be left to administer', retriable: false },
  'person.deleted': { status: 409, title: 'The account is deleted', retriable: false },
  'import.has_errors': { status: 409, title: 'The file has rows that are not right', retriable: false },
  'import.outdated': { status: 412, title: 'The accounts have changed since the dry run', retriable: false },
  'import.done': { status: 409, title: 'The import was confirmed already', retriable: false },
  'course.inactive': { status: 409, title: 'The course is not active', retriable: false },
  'course.section_taken': {
    status: 409,
    title: 'This section exists already in this term',
    retriable: false,
  },
  'catalogue.code_taken': { status: 409, title: 'The code is in use already', retriable: false },
  'catalogue.in_use': { status: 409, title: 'Something else needs it', retriable: false },
  'enrollment.already': {
    status: 409,
    title: 'The student is in this course or its line already',
    retriable: false,
  },
  'enrollment.not_enrolled': { status: 409, title: 'The student is not in this course', retriable: false },
  'enrollment.closed': { status: 409, title: 'The term does not allow this at this time', retriable: false },
  'enrollment.clash': { status: 409, title: 'Another class is at the same time', retriable: false },
  'enrollment.missing_prerequisite': {
    status: 409,
    title: 'A subject has to be completed before',
    retriable: false,
  },
  'enrollment.not_a_student': {
    status: 422,
    title: 'Only active students can be enrolled',
    retriable: false,
  },
  'enrollment.no_offer': { status: 409, title: 'No seat is offered any more', retriable: false },
  'attendance.not_held': { status: 409, title: 'The class is not held on this day', retriable: false },
  'attendance.cancelled': { status: 409, title: 'The class is cancelled', retriable: false },
  'attendance.too_early': { status: 409, title: 'The class has not begun yet', retriable: false },
  'attendance.frozen': {
    status: 409,
    title: 'The attendance of this day cannot change any more',
    retriable: false,
  },
  'attendance.not_in_course': {
    status: 422,
    title: 'Not all of them are in this course',
    retriable: false,
  },
  'attendance.reason_needed': {
    status: 422,
    title: 'The class is closed: a change needs a reason',
    retriable: false,
  },
  'attendance.status_taken': { status: 409, title: 'Another status has this code', retriable: false },
  'attendance.status_in_use': { status: 409, title: 'Marks have this status', retriable: false },
  'attendance.too_many_statuses': {
    status: 409,
    title: 'There are as many statuses as there can be',
    retriable: false,
  },
  'check_in.wrong_code': { status: 422, title: 'No class shows this code', retriable: false },
  'check_in.code_expired': { status: 409, title: 'The code is too old', retriable: false },
  'check_in.not_open': { status: 409, title: 'Nobody can check in to this class now', retriable: false },
  'check_in.not_in_course': { status: 403, title: 'The student is not in this course', retriable: false },
  'check_in.closed': { status: 409, title: 'The class is closed', retriable: false },
  'attendance.request_open': {
    status: 409,
    title: 'There is an open request for this class already',
    retriable: false,
  },
  'attendance.request_over': {
    status: 409,
    title: 'The request is decided, or was taken back',
    retriable: false,
  },
  'attendance.marked_so': { status: 409, title: 'It is marked so already', retriable: false },
  'attendance.report_too_long': {
    status: 422,
    title: 'There are too many marks for one report',
    retriable: false,
  },
  'forum.locked': { status: 409, title: 'The thread takes no more replies', retriable: false },
  'content_report.own': { status: 409, title: 'Nobody reports what they said themselves', retriable: false },
  'content_report.closed': { status: 409, title: 'The report is decided already', retriable: false },
  'conversation.not_allowed': {
    status: 403,
    title: 'Not everybody of them can be written to',
    retriable: false,
  },
  'conversation.read_only': { status: 403, title: 'Only staff write here', retriable: false },
  'conversation.partner_gone': { status: 409, title: 'The other account is not in use', retriable: false },
  'conversation.fixed_members': {
    status: 409,
    title: 'Who is in this conversation is not decided here',
    retriable: false,
  },
  'conversation.message_deleted': { status: 409, title: 'The message is deleted', retriable: false },
  'conversation.too_many': { status: 422, title: 'There would be too many in it', retriable: false },
  'notification.not_scheduled': {
    status: 409,
    title: 'The notification does not wait for its time any more',
    retriable: false,
  },
  'notification.template_exists': {
    status: 409,
    title: 'There is a template of this key in this language already',
    retriable: false,
  },
  'service.unavailable': { status: 503, title: 'The service is not available right now', retriable: true },
  'service.failed': { status: 500, title: 'Something went wrong on our side', retriable: true },
} as const satisfies Record<string, { status: number; title: string; retriable: boolean }>;

export type ProblemCode = keyof typeof problems;

/** One field that is not right. `field` is a path such as `target_details.department_ids.0`. */
export const FieldError = z.object({ field: z.string(), code: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457 problem details, media type `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(FieldError)),
  /** Of `precondition.failed`: the newest representation; of `room.in_use` and `catalogue.in_use`: how many things use it. */
  current: z.optional(z.unknown()),
  correlation_id: z.string(),
});
export type Problem = z.infer<typeof Problem>;
