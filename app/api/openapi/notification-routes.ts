import * as courseNotificationSettings from '../me/notification-settings/courses/[id]/route';
import * as notificationSettings from '../me/notification-settings/route';
import * as notificationChannels from '../notification-channels/route';
import * as commandCancel from '../notification-commands/[id]/cancel/route';
import * as commandRetry from '../notification-commands/[id]/retry/route';
import * as commands from '../notification-commands/route';
import * as pushArrival from '../notification-deliveries/[id]/arrival/route';
import * as notificationRules from '../notification-rules/route';
import * as templateArchive from '../notification-templates/[id]/archive/route';
import * as templateRestore from '../notification-templates/[id]/restore/route';
import * as template from '../notification-templates/[id]/route';
import * as templateTest from '../notification-templates/[id]/test-send/route';
import * as templatePreview from '../notification-templates/preview/route';
import * as templates from '../notification-templates/route';
import * as notificationArchive from '../notifications/[id]/archive/route';
import * as notificationRead from '../notifications/[id]/read/route';
import * as notificationRestore from '../notifications/[id]/restore/route';
import * as oneNotification from '../notifications/[id]/route';
import * as notificationTrail from '../notifications/[id]/trail/route';
import * as notificationUnread from '../notifications/[id]/unread/route';
import * as notificationWhy from '../notifications/[id]/why/route';
import * as notificationsBulk from '../notifications/bulk/route';
import * as notificationGroups from '../notifications/groups/route';
import * as readAll from '../notifications/read-all/route';
import * as notifications from '../notifications/route';
import * as notificationsSeen from '../notifications/seen/route';
import * as unreadCount from '../notifications/unread-count/route';
import * as withheld from '../notifications/withheld/route';
import * as notificationDecisions from '../people/[id]/notification-decisions/route';
import * as pushSubscription from '../push-subscriptions/[id]/route';
import * as pushSubscriptions from '../push-subscriptions/route';
import * as pushTest from '../push-subscriptions/test/route';
import * as smsReceipts from '../sms-receipts/route';
import * as unsubscribe from '../unsubscribe/[token]/route';

/** The routes of notifications, their channels and their settings by their folder. */
export const notificationRoutes = {
  '/api/me/notification-settings': notificationSettings,
  '/api/me/notification-settings/courses/[id]': courseNotificationSettings,
  '/api/notification-channels': notificationChannels,
  '/api/notification-commands': commands,
  '/api/notification-commands/[id]/cancel': commandCancel,
  '/api/notification-commands/[id]/retry': commandRetry,
  '/api/notification-deliveries/[id]/arrival': pushArrival,
  '/api/notification-rules': notificationRules,
  '/api/notification-templates': templates,
  '/api/notification-templates/[id]': template,
  '/api/notification-templates/[id]/archive': templateArchive,
  '/api/notification-templates/[id]/restore': templateRestore,
  '/api/notification-templates/[id]/test-send': templateTest,
  '/api/notification-templates/preview': templatePreview,
  '/api/notifications': notifications,
  '/api/notifications/[id]': oneNotification,
  '/api/notifications/[id]/archive': notificationArchive,
  '/api/notifications/[id]/read': notificationRead,
  '/api/notifications/[id]/restore': notificationRestore,
  '/api/notifications/[id]/trail': notificationTrail,
  '/api/notifications/[id]/unread': notificationUnread,
  '/api/notifications/[id]/why': notificationWhy,
  '/api/notifications/bulk': notificationsBulk,
  '/api/notifications/groups': notificationGroups,
  '/api/notifications/read-all': readAll,
  '/api/notifications/seen': notificationsSeen,
  '/api/notifications/unread-count': unreadCount,
  '/api/notifications/withheld': withheld,
  '/api/people/[id]/notification-decisions': notificationDecisions,
  '/api/push-subscriptions': pushSubscriptions,
  '/api/push-subscriptions/[id]': pushSubscription,
  '/api/push-subscriptions/test': pushTest,
  '/api/sms-receipts': smsReceipts,
  '/api/unsubscribe/[token]': unsubscribe,
};
