import * as z from 'zod';
import { event } from '../define-event';
import { id, list, optionalCount, optionalText, struct, text, time } from '../fields';
import { sample } from './sample-ids';

const forumPost = {
  post_id: id,
  forum_id: text,
  course_id: optionalText,
  course_name: optionalText,
  change: optionalText.meta({
    'x-since': '1.1',
    description:
      'Empty: it is new. Otherwise what has become of one that was told of before: edited, deleted, hidden, shown, pinned, unpinned, locked, unlocked, accepted, unaccepted. Words that not everybody may read are empty.',
  }),
  revision: optionalCount.meta({ 'x-since': '1.1', description: 'Counts its changes, from 1.' }),
};
const exampleForumPost = {
  post_id: sample.post,
  forum_id: sample.forum,
  course_id: sample.course,
  course_name: 'Data Structures',
  change: '',
  revision: 1,
};

/** Of discussions; the topic is that of conversations. */
export const forumEvents = {
  FORUM_POST_CREATED: event({
    summary: 'New forum post created',
    trigger: 'User action',
    version: '1.1',
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
    version: '1.1',
    origin: 'designed',
    payload: struct({
      ...forumPost,
      reply_id: text,
      parent_reply_id: optionalText.describe('Empty: a reply to the post itself.'),
      post_title: text,
      participant_ids: list(z.string()).describe("The post's author and all who have replied: whom to tell."),
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
};
