import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MarksSaved } from '@/lib/contracts/http/attendance';
import { ApiProblem, ownProblem } from '../http/api-problem';
import { createKeptQueue } from './kept-queue';
import type { QueuedPost, WantedMark } from './mark-queue';
import { createMarkSender, type MarkSender } from './mark-sender';

/** What happens to a request: it is done and answered; lost on its way; done, and the answer is lost; or the server is busy. */
const fates = ['answered', 'lost', 'answer lost', 'busy'] as const;
type Fate = (typeof fates)[number];

type Step =
  | { readonly do: 'mark'; readonly student: string; readonly status: WantedMark['status'] }
  /** Another teacher, whose network works. */
  | { readonly do: 'other'; readonly student: string; readonly status: WantedMark['status'] }
  | { readonly do: 'reload' }
  | { readonly do: 'wait' };

const student = fc.constantFrom('x', 'y', 'z');
const status = fc.constantFrom('present', 'late', 'absent', null);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('mark' as const), student, status }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('other' as const), student, status }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
);

/** A server that does a key once, and refuses what was made over another version. */
class Server {
  readonly marks = new Map<string, WantedMark>();
  readonly answers = new Map<string, MarksSaved>();
  readonly bodies = new Map<string, string>();
  underWay = 0;

  constructor(readonly fates: Fate[]) {}

  markOf = (id: string): WantedMark =>
    this.marks.get(id) ?? { student_id: id, status: null, custom_code: '', remark: '', version: 0 };

  write(id: string, wanted: WantedMark['status']): void {
    const before = this.markOf(id);
    if (before.status !== wanted)
      this.marks.set(id, { ...before, status: wanted, version: before.version + 1 });
  }

  post = async ({ key, marks }: QueuedPost): Promise<MarksSaved> => {
    this.underWay += 1;
    expect(this.underWay, 'one request at a time').toBe(1);
    const body = JSON.stringify(marks);
    expect(this.bodies.get(key) ?? body, 'a key has one body').toBe(body);
    this.bodies.set(key, body);
    await Promise.resolve();
    this.underWay -= 1;
    const fate = this.fates.pop() ?? 'answered';
    if (fate === 'lost') throw ownProblem('network.unreachable');
    if (fate === 'busy')
      throw new ApiProblem({ code: 'service.unavailable', status: 503, title: '', retriable: true });
    const answer = this.answers.get(key) ?? this.do(marks);
    this.answers.set(key, answer);
    if (fate === 'answer lost') throw ownProblem('network.unreachable');
    return answer;
  };

  private do(marks: readonly WantedMark[]): MarksSaved {
    const current = marks.map(({ student_id }) => ({ ...this.markOf(student_id), source: null }));
    if (marks.some((each, index) => each.version !== current[index]?.version))
      throw new ApiProblem({ code: 'precondition.failed', status: 412, title: '', current });
    for (const each of marks) this.write(each.student_id, each.status);
    return {
      marks: marks.map(({ student_id }) => ({ ...this.markOf(student_id), source: null })),
      counts: { students: 3, present: 0, late: 0, excused: 0, absent: 0 },
      saved_at: '2026-01-01T00:00:00Z',
    };
  }
}

const memory = (): Storage => {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    key: () => null,
    get length() {
      return items.size;
    },
  };
};

it('saves what was wanted last, once, whatever is lost and whenever the page is loaded anew; or asks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.array(fc.constantFrom(...fates), { maxLength: 12 }),
      async (steps, lots) => {
        const server = new Server(lots);
        const storage = memory();
        // What the browser shows of the server: pushes bring it what another does.
        const seen = new Map<string, number>();
        const begin = (): MarkSender =>
          createMarkSender({
            kept: { ...createKeptQueue('u', 'sid', () => storage), subscribe: () => () => undefined },
            post: server.post,
            onMarks: (_, marks) => {
              for (const { student_id, version } of marks) seen.set(student_id, version);
            },
            alone: (act) => act(),
            pause: () => 0,
          });
        let sender = begin();
        const wanted = new Map<string, WantedMark['status']>();
        const touched = new Set<string>();
        for (const each of steps) {
          if (each.do === 'mark') {
            wanted.set(each.student, each.status);
            const version = seen.get(each.student) ?? 0;
            sender.add({
              session_id: 's',
              marks: [
                { student_id: each.student, status: each.status, custom_code: '', remark: '', version },
              ],
            });
          } else if (each.do === 'other') {
            touched.add(each.student);
            server.write(each.student, each.status);
          } else if (each.do === 'reload') {
            // What was on its way may still come to be done.
            sender.stop();
            await settled(server);
            sender = begin();
          } else await settled(server);
        }
        while (sender.queue.get().posts.length > 0) await tick();
        sender.stop();
        const asked = new Map(sender.queue.get().refused.map(({ mark }) => [mark.student_id, mark.status]));
        for (const [id, status] of wanted) {
          if (asked.has(id)) expect(asked.get(id), 'asked about the last wish').toBe(status);
          else if (!touched.has(id)) expect(server.markOf(id).status).toBe(status);
        }
        for (const id of asked.keys()) expect(touched, 'asked only where another wrote').toContain(id);
      },
    ),
    { numRuns: 300 },
  );
});

const tick = () => new Promise((resolve) => setImmediate(resolve));
async function settled(server: Server): Promise<void> {
  await tick();
  while (server.underWay > 0) await tick();
}
