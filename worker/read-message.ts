import type { WorkerMessage } from '@/lib/contracts/offline/worker-message';

/** A page's message, or `null`: only our pages can send one, but they may be of another build. */
export function readMessage(data: unknown): WorkerMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  if (data.type === 'forget') return { type: 'forget' };
  if (data.type === 'signed-out') return { type: 'signed-out' };
  if (data.type === 'has-files' && 'paths' in data && areTexts(data.paths))
    return { type: 'has-files', paths: data.paths };
  if (data.type !== 'keep' || !('pages' in data && 'answers' in data && 'olderThan' in data)) return null;
  const { pages, answers, olderThan } = data;
  if (!areTexts(pages) || !areTexts(answers) || typeof olderThan !== 'number') return null;
  return { type: 'keep', pages, answers, olderThan };
}

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
