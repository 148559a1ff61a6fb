import * as z from 'zod';
import { event, topic } from '../define-event';
import { flag, id, list, oneOf, optionalText, struct, text, time } from '../fields';
import { sample } from './sample-ids';

const userIds = list(z.string());
const conversationType = oneOf('direct', 'group', 'course');

/** A conversation, and everybody in it after the event: whom to tell. */
const conversation = {
  conversation_id: id,
  conversation_type: conversationType,
  title: optionalText,
  participant_ids: userIds,
};
const exampleConversation = {
  conversation_id: sample.conversation,
  conversation_type: 'group',
  title: 'Lab group 3',
  participant_ids: [sample.faculty, sample.student, sample.otherStudent],
} as const;
const participant_ids = [...exampleConversation.participant_ids];

const forumPost = { post_id: id, forum_id: text, course_id: optionalText, course_name: optionalText };
const exampleForumPost = {
  post_id: sample.post,
  forum_id: sample.forum,
  course_id: sample.course,
  course_name: 'Data Structures',
};

export const communicationEvents = topic({
  name: 'communication.events',
  description: 'Messaging events',
  producers: ['communication-service'],
  partitions: 6,
  retentionDays: 3,
  replicationFactor: 3,
  events: {
    MESSAGE_SENT: event({
      summary: 'New message sent',
      trigger: 'User action',
      version: '1.0',
      origin: 'contract',
      payload: struct({
        message_id: text,
        conversation_id: id,
        conversation_type: conversationType,
        sender_id: text,
        sender_name: optionalText,
        message_text: text,
        message_type: oneOf('text', 'image', 'file', 'system'),
        attachment_url: optionalText,
        reply_to_message_id: optionalText,
        recipient_ids: userIds,
        sent_at: time,
      }),
      key: ['conversation_id'],
      example: {
        message_id: sample.message,
        conversation_id: sample.conversation,
        conversation_type: 'group',
        sender_id: sample.faculty,
        sender_name: 'Dr. Smith',
        message_text: 'Please bring your lab notes tomorrow.',
        message_type: 'text',
        attachment_url: '',
        reply_to_message_id: '',
        recipient_ids: [sample.student, sample.otherStudent],
        sent_at: '2024-12-27T16:00:00Z',
      },
    }),
    MESSAGE_READ: event({
      summary: 'Message marked as read',
      trigger: 'Read action',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        conversation_id: id,
        /** The newest message read: it and everything before it. */
        message_id: text,
        reader_id: text,
        /** Everybody in the conversation, so that their screens can show it. */
        participant_ids: userIds,
        read_at: time,
      }),
      key: ['conversation_id'],
      example: {
        conversation_id: sample.conversation,
        message_id: sample.message,
        reader_id: sample.student,
        participant_ids,
        read_at: '2024-12-27T16:01:00Z',
      },
    }),
    MESSAGE_DELETED: event({
      summary: 'Message deleted',
      trigger: 'Delete action',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        conversation_id: id,
        message_id: text,
        /** False: only from the view of who deleted it. */
        for_everyone: flag,
        participant_ids: userIds,
        deleted_by: text,
        deleted_at: time,
      }),
      key: ['conversation_id'],
      example: {
        conversation_id: sample.conversation,
        message_id: sample.message,
        for_everyone: true,
        participant_ids,
        deleted_by: sample.faculty,
        deleted_at: '2024-12-27T16:02:00Z',
      },
    }),
    CONVERSATION_CREATED: event({
      summary: 'New conversation started',
      trigger: 'User action',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        ...conversation,
        course_id: optionalText,
        created_by: text,
        created_by_name: optionalText,
        created_at: time,
      }),
      key: ['conversation_id'],
      example: {
        ...exampleConversation,
        participant_ids,
        course_id: '',
        created_by: sample.faculty,
        created_by_name: 'Dr. Smith',
        created_at: '2024-12-27T15:59:00Z',
      },
    }),
    CONVERSATION_ARCHIVED: event({
      summary: 'Conversation archived',
      trigger: 'Archive action',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...conversation, archived_by: text, archived_at: time }),
      key: ['conversation_id'],
      example: {
        ...exampleConversation,
        participant_ids,
        archived_by: sample.faculty,
        archived_at: '2025-05-30T16:00:00Z',
      },
    }),
    PARTICIPANT_ADDED: event({
      summary: 'User added to conversation',
      trigger: 'Invite action',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        ...conversation,
        user_id: text,
        user_name: optionalText,
        added_by: text,
        added_by_name: optionalText,
        added_at: time,
      }),
      key: ['conversation_id'],
      example: {
        ...exampleConversation,
        participant_ids,
        user_id: sample.otherStudent,
        user_name: 'Ravi Kumar',
        added_by: sample.faculty,
        added_by_name: 'Dr. Smith',
        added_at: '2024-12-27T16:05:00Z',
      },
    }),
    PARTICIPANT_REMOVED: event({
      summary: 'User removed from conversation',
      trigger: 'Remove action',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        ...conversation,
        user_id: text,
        user_name: optionalText,
        reason: oneOf('left', 'removed', 'unenrolled'),
        removed_by: text,
        removed_at: time,
      }),
      key: ['conversation_id'],
      example: {
        ...exampleConversation,
        participant_ids: [sample.faculty, sample.student],
        user_id: sample.otherStudent,
        user_name: 'Ravi Kumar',
        reason: 'left',
        removed_by: sample.otherStudent,
        removed_at: '2024-12-28T16:05:00Z',
      },
    }),
    FORUM_POST_CREATED: event({
      summary: 'New forum post created',
      trigger: 'User action',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        ...forumPost,
        title: text,
        content: text,
        tags: list(z.string()),
        author_id: text,
        author_name: optionalText,
        created_at: time,
      }),
      key: ['post_id'],
      example: {
        ...exampleForumPost,
        title: 'How does a skip list balance?',
        content: 'Is the height of each node really chosen by a coin?',
        tags: ['week-6'],
        author_id: sample.student,
        author_name: 'Meera Iyer',
        created_at: '2025-02-10T20:00:00Z',
      },
    }),
    FORUM_REPLY_ADDED: event({
      summary: 'Reply added to forum post',
      trigger: 'User action',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        ...forumPost,
        reply_id: text,
        /** Empty: a reply to the post itself. */
        parent_reply_id: optionalText,
        post_title: text,
        /** The post's author and all who have replied: whom to tell. */
        participant_ids: userIds,
        content: text,
        author_id: text,
        author_name: optionalText,
        created_at: time,
      }),
      key: ['post_id'],
      example: {
        ...exampleForumPost,
        reply_id: 'reply-0001',
        parent_reply_id: '',
        post_title: 'How does a skip list balance?',
        participant_ids: [sample.student],
        content: 'Yes, with probability one half for each level.',
        author_id: sample.faculty,
        author_name: 'Dr. Smith',
        created_at: '2025-02-10T21:00:00Z',
      },
    }),
  },
});
