import type { ClientProblemCode } from '@/lib/client/http/api-problem';
import type { ProblemCode } from '@/lib/contracts/http/problem';

/** Said by the texts of the forms and pages that alone meet them. */
type OfForms =
  | 'course.section_taken'
  | 'catalogue.code_taken'
  | 'catalogue.in_use'
  | 'notification.template_exists'
  | `attendance.${string}`
  | `content_report.${string}`
  | `forum.${string}`
  | `check_in.${string}`
  | `conversation.${string}`;

const ofCode: Record<Exclude<ProblemCode, OfForms> | ClientProblemCode, string> = {
  'request.malformed': 'The server could not read the request.',
  'request.invalid': 'Some of it is not right.',
  'request.too_large': 'That is too much at once.',
  'request.wrong_media_type': 'The server could not read the request.',
  'origin.foreign': 'The request does not come from this site.',
  'auth.required': 'You are signed out.',
  'auth.too_many_attempts': 'Too many attempts to sign in. Try again in a while.',
  'auth.second_factor_missing': 'Show your second factor first.',
  'second_factor.already_on': 'You have a second factor already.',
  'password.link_invalid': 'This link was used already, or is too old.',
  'auth.forbidden': 'You may not do this.',
  'resource.not_found': 'There is no such thing, or not for you.',
  'precondition.required': 'The server must know which version this changes.',
  'precondition.failed': 'Somebody changed it in the meantime.',
  'idempotency.key_reused': 'This was sent before with other content.',
  'idempotency.in_progress': 'This is being done already.',
  'rate.limited': 'That was a lot at once. Try again in a moment.',
  'announcement.already_published': 'It is published already.',
  'announcement.archived': 'It is in the archive.',
  'announcement.not_scheduled': 'It is not scheduled.',
  'announcement.not_published': 'It is not public.',
  'announcement.target_fixed': 'Whom it is for cannot change once it is published.',
  'announcement.nobody_targeted': 'It would reach nobody.',
  'announcement.nobody_outstanding': 'Everybody has answered already.',
  'announcement.reminded_just_now': 'They were reminded a moment ago.',
  'announcement.acknowledgement_not_asked': 'It asks for no acknowledgement.',
  'announcement.unknown_target': 'Not everybody it is for exists any more.',
  'timetable.conflict':
    'A room or a teacher is needed elsewhere at that moment, or the course cannot be taught then.',
  'timetable.exists': 'The department has a timetable in this term already.',
  'room.in_use': 'Classes are planned in this room. Give them another one first.',
  'timetable.proposal_running': 'A proposal is being made already. Wait for it, or stop it.',
  'timetable.no_place': 'There are more classes than rooms and times for them.',
  'room.code_taken': 'Another room has this code.',
  'person.is_self': 'You cannot do this to your own account.',
  'person.last_admin': 'This is the last administrator: nobody would be left to administer.',
  'person.deleted': 'The account is deleted.',
  'import.has_errors': 'The file has rows that are not right. Nothing was written.',
  'import.outdated': 'Accounts have changed since the file was looked at. Look at it again.',
  'import.done': 'This file has been imported already.',
  'course.inactive': 'The course is not active.',
  'enrollment.already': 'Already enrolled, or in the line.',
  'enrollment.not_enrolled': 'Not in this course.',
  'enrollment.closed': 'The term does not allow this now.',
  'enrollment.clash': 'Another class is at the same time.',
  'enrollment.missing_prerequisite': 'Another subject has to be completed before.',
  'enrollment.not_a_student': 'Only active students can be enrolled.',
  'enrollment.no_offer': 'The seat is not offered any more.',
  'notification.not_scheduled': 'It does not wait for its time any more.',
  'service.unavailable': 'The service is not available right now.',
  'service.failed': 'Something went wrong on our side.',
  'network.unreachable': 'The server could not be reached.',
  'answer.unreadable': 'The server answered something unexpected.',
};

const ofField = {
  too_small: 'Too short, or too little.',
  too_big: 'Too long, or too much.',
  invalid_type: 'This is missing, or not of the right kind.',
  invalid_format: 'This is not written as it has to be.',
  taken: 'Somebody else has this.',
  unknown: 'This does not exist any more.',
  past: 'Choose a time that is still to come.',
  before_start: 'It would end before it is published.',
  other: 'This cannot be taken as it is.',
};

/** Sentences for the codes of the API. What the API itself says is for programs, and English. */
export const problem = { ofCode, ofField };
