import type * as z from 'zod';
import { event, topic } from '../define-event';
import { anything, decimal, map, optionalText, struct, text } from '../fields';
import { sample } from './sample-ids';

const Analytics = struct({
  user_id: text.describe('Empty for a visitor who is not signed in.'),
  session_id: text,
  event_name: text,
  category: text,
  action: optionalText,
  label: optionalText,
  value: decimal,
  page_url: optionalText,
  referrer: optionalText,
  device_type: optionalText,
  browser: optionalText,
  os: optionalText,
  screen_size: optionalText,
  properties: map(anything),
});

const example: z.input<typeof Analytics> = {
  user_id: sample.student,
  session_id: sample.session,
  event_name: 'page_view',
  category: 'navigation',
  action: 'view',
  label: 'Announcements',
  value: 1,
  page_url: '/announcements',
  referrer: '/',
  device_type: 'desktop',
  browser: 'Firefox 133',
  os: 'Linux',
  screen_size: '1920x1080',
  properties: { department_code: 'CS' },
};

/** All of them carry the contract's one struct; events of one person keep their order. */
const entry = {
  version: '1.0',
  origin: 'contract',
  payload: Analytics,
  key: ['user_id', 'session_id'],
} as const;

export const analyticsEvents = topic({
  name: 'analytics.events',
  description: 'Analytics data collection',
  producers: ['analytics-service'],
  partitions: 12,
  retentionDays: 1,
  replicationFactor: 3,
  events: {
    PAGE_VIEW: event({ summary: 'Page/screen viewed', trigger: 'User navigation', ...entry, example }),
    USER_ACTION: event({
      summary: 'User performed action',
      trigger: 'Any user action',
      ...entry,
      example: { ...example, event_name: 'announcement_opened', category: 'announcement', action: 'open' },
    }),
    SESSION_START: event({
      summary: 'User session started',
      trigger: 'Login',
      ...entry,
      example: { ...example, event_name: 'session_start', category: 'session', action: 'start', label: '' },
    }),
    SESSION_END: event({
      summary: 'User session ended',
      trigger: 'Logout/timeout',
      ...entry,
      example: {
        ...example,
        event_name: 'session_end',
        category: 'session',
        action: 'end',
        label: 'signed_out',
        value: 2700,
        properties: { unit: 'seconds' },
      },
    }),
    FEATURE_USED: event({
      summary: 'Feature usage tracked',
      trigger: 'Feature interaction',
      ...entry,
      example: {
        ...example,
        event_name: 'search',
        category: 'feature',
        action: 'use',
        label: 'people search',
      },
    }),
    ERROR_OCCURRED: event({
      summary: 'Error tracked',
      trigger: 'System error',
      ...entry,
      example: {
        ...example,
        event_name: 'error',
        category: 'error',
        action: 'request_failed',
        label: 'service.unavailable',
        properties: { status: 503, correlation_id: 'req-12345-abcde' },
      },
    }),
    PERFORMANCE_METRIC: event({
      summary: 'Performance data',
      trigger: 'System measurement',
      ...entry,
      example: {
        ...example,
        event_name: 'commit_to_screen',
        category: 'performance',
        action: 'measure',
        label: 'announcement',
        value: 12.4,
        properties: { unit: 'milliseconds' },
      },
    }),
  },
});
