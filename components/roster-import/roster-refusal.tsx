import { ApiProblem } from '@/lib/client/http/api-problem';
import { useRosterText } from '@/lib/client/roster-import/roster-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

interface Refused {
  readonly field: string;
  readonly code: string;
}

/** Why the files as a whole are not taken: which file, which column of it. */
export function RosterRefusal({ error }: { error: Error }) {
  const text = useRosterText();
  const { problem } = useText();
  const errors: readonly Refused[] = error instanceof ApiProblem ? error.errors : [];
  const sentences = errors.flatMap((each) => sentenceOf(text, each) ?? []);
  return (
    <ul role="alert" className="grid max-w-prose gap-1 text-danger">
      {(sentences.length > 0 ? sentences : [describeProblem(problem, error)]).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function sentenceOf({ refused }: ReturnType<typeof useRosterText>, { field, code }: Refused): string | null {
  if (code === 'too_big') return refused.too_big;
  if (code === 'empty') return refused.empty;
  const [, file, part = ''] = /^files\.([A-Za-z]+\.csv)(?:\.(.+))?$/.exec(field) ?? [];
  const said = isReason(refused, code) ? refused[code] : undefined;
  if (file === undefined || said === undefined) return null;
  return `${file} ${typeof said === 'string' ? said : said(part)}`;
}

function isReason<T extends object>(reasons: T, code: string): code is string & keyof T {
  return Object.hasOwn(reasons, code);
}
