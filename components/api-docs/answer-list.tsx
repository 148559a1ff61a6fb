import type { AllMessages } from '@/lib/client/text/load-messages';
import type { ApiResponse } from '@/lib/contracts/http/api-document';

interface AnswerListProps {
  readonly responses: Readonly<Record<string, ApiResponse>>;
  readonly text: AllMessages['api'];
}

/** What an operation can answer: each status, and the problem codes it can have. */
export function AnswerList({ responses, text }: AnswerListProps) {
  return (
    <section aria-label={text.answers}>
      <h4 className="mb-1 text-sm text-ink-3">{text.answers}</h4>
      <dl className="border-t">
        {Object.entries(responses).map(([status, { description, 'x-problem-codes': codes = [] }]) => (
          <div key={status} className="grid grid-cols-[3rem_1fr] gap-x-2 border-b py-1.5 text-sm">
            <dt className="font-mono">{status}</dt>
            <dd className="min-w-0">
              {codes.length === 0 && (
                <span className="text-ink-2" lang="en">
                  {description}
                </span>
              )}
              {codes.map((code) => (
                <a
                  key={code}
                  href={`#${code}`}
                  className="mr-3 inline-block py-0.5 font-mono text-accent underline underline-offset-2 wrap-anywhere"
                >
                  {code}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
