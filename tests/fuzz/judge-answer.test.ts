import { expect, it } from 'vitest';
import { apiDocument } from '@/app/api/openapi/api-document';
import { fuzzOperations } from './generate-request';
import { createJudge } from './judge-answer';

const { document } = apiDocument({ publicOrigin: 'http://127.0.0.1:3000', secureCookies: false });
const judge = createJudge(document);
const [operation] = fuzzOperations(document).filter(({ path }) => path === '/api/notifications/unread-count');
const problem = (status: number, code: string) => ({
  status,
  contentType: 'application/problem+json',
  text: JSON.stringify({ type: 'urn:x', title: 'T', status, code, correlation_id: 'c' }),
});
const good = { status: 200, contentType: 'application/json', text: '{"unread_count":1}' };

it.each([
  ['a good answer', good, null],
  ['a known problem', problem(401, 'auth.required'), null],
  ['a failure of ours', problem(500, 'service.failed'), 'a 500'],
  [
    'a status that is not documented',
    problem(409, 'announcement.already_published'),
    'the undocumented status',
  ],
  ['a page instead of JSON', { ...good, contentType: 'text/html' }, 'the type'],
  ['another shape', { ...good, text: '{"unread_count":"many"}' }, 'a body unlike its schema'],
  ['a problem of another route', problem(401, 'auth.forbidden'), 'a body unlike its schema'],
  ['a problem without a code', { ...problem(401, ''), text: '{"title":"No"}' }, 'a body unlike its schema'],
])('knows %s', (_what, answer, fault) => {
  if (!operation) throw new Error('the operation is gone');
  const told = judge(operation, answer);
  if (fault === null) expect(told).toBeNull();
  else expect(told).toContain(fault);
});
