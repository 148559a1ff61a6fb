import { expect, it } from 'vitest';
import { CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { ApiProblem, ownProblem } from '../http/api-problem';
import { sampleAnnouncement } from '../realtime/testing/sample-rows';
import { type Attempt, createOnce } from './create-once';

const bodyOf = (title: string) =>
  CreateAnnouncement.parse({ title, content: 'Text', target_audience: 'all' });
const refusal = new ApiProblem({ code: 'request.invalid', status: 422, title: 'No' });
const lost = ownProblem('network.unreachable');
const busy = new ApiProblem({ code: 'idempotency.in_progress', status: 409, title: 'Busy', retriable: true });

/** What a tab keeps, and a server that answers as it is told, in turn. */
function tab(...answers: (ApiProblem | 'made')[]) {
  let kept: Attempt | null = null;
  const sent: Attempt[] = [];
  return {
    sent,
    kept: () => kept,
    send: (title: string) =>
      createOnce(
        bodyOf(title),
        {
          read: () => kept,
          write: (attempt) => {
            kept = attempt;
          },
        },
        async (attempt) => {
          sent.push(attempt);
          const answer = answers.shift();
          if (answer instanceof ApiProblem) throw answer;
          return sampleAnnouncement(1, { title: attempt.body.title });
        },
      ),
  };
}

it('keeps nothing of what was made', async () => {
  const { send, kept, sent } = tab('made', 'made');
  expect((await send('One')).title).toBe('One');
  expect(kept()).toBeNull();
  await send('Two');
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

it.each([
  ['no answer', lost],
  ['an answer that it is under way', busy],
])('sends the same again after %s, also when something else is typed by then', async (_what, problem) => {
  const { send, kept, sent } = tab(problem, 'made');
  await expect(send('One')).rejects.toBe(problem);
  expect(kept()).toEqual(sent[0]);
  expect((await send('One, changed')).title).toBe('One');
  expect(sent[1]).toEqual(sent[0]);
  expect(kept()).toBeNull();
});

it('begins anew after a refusal: nothing was made', async () => {
  const { send, kept, sent } = tab(refusal, 'made');
  await expect(send('One')).rejects.toBe(refusal);
  expect(kept()).toBeNull();
  await send('Two');
  expect(sent.map(({ body }) => body.title)).toEqual(['One', 'Two']);
  expect(sent[0]?.key).not.toBe(sent[1]?.key);
});

it('sends what is typed now when the earlier attempt turns out to have been refused', async () => {
  const { send, sent } = tab(lost, refusal, 'made');
  await expect(send('One')).rejects.toBe(lost);
  expect((await send('Two')).title).toBe('Two');
  expect(sent.map(({ body }) => body.title)).toEqual(['One', 'One', 'Two']);
});
