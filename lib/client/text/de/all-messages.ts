import { api } from './api';
import { attendanceCorrection } from './attendance-correction';
import { attendanceImport } from './attendance-import';
import { attendanceProblem } from './attendance-problem';
import { attendanceReport } from './attendance-report';
import { attendanceRoster } from './attendance-roster';
import { attendanceSettings } from './attendance-settings';
import { attendanceStanding } from './attendance-standing';
import { calendar } from './calendar';
import { catalogue } from './catalogue';
import { checkIn } from './check-in';
import { contentReport } from './content-report';
import { conversation } from './conversation';
import { forum } from './forum';
import { messages } from './messages';
import { notificationChannel } from './notification-channel';
import { notificationCommand } from './notification-command';
import { notificationGroup } from './notification-group';
import { notificationPreference } from './notification-preference';
import { notificationRule } from './notification-rule';
import { notificationTemplate } from './notification-template';
import { notificationTrail } from './notification-trail';
import { person } from './person';
import { personImport } from './person-import';
import { phone } from './phone';
import { planner } from './planner';
import { profile } from './profile';
import { push } from './push';
import { reach } from './reach';
import { room } from './room';
import { rosterImport } from './roster-import';
import { security } from './security';
import { session } from './session';
import { settings } from './settings';
import { timetable } from './timetable';

/** With what some pages fetch for themselves: all the server may say in German. */
export const allMessages = {
  ...messages,
  api,
  attendanceCorrection,
  attendanceImport,
  attendanceProblem,
  attendanceRoster,
  attendanceSettings,
  attendanceReport,
  attendanceStanding,
  calendar,
  catalogue,
  checkIn,
  contentReport,
  forum,
  conversation,
  notificationChannel,
  notificationGroup,
  notificationPreference,
  notificationRule,
  notificationTemplate,
  notificationTrail,
  notificationCommand,
  person,
  personImport,
  phone,
  planner,
  profile,
  push,
  reach,
  room,
  rosterImport,
  security,
  session,
  settings,
  timetable,
};
