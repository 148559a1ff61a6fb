import type { AllMessages } from '@/lib/client/text/load-messages';
import type { DescribedOperation } from './operation-section';

export interface Chapter {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly DescribedOperation[];
}

interface ContentsProps {
  readonly chapters: readonly Chapter[];
  readonly text: AllMessages['api'];
}

/** The table of contents: beside the text on a desk, folded above it on a phone. */
export function ApiContents(props: ContentsProps) {
  const { contents } = props.text;
  return (
    <>
      <details className="border-b pb-3 lg:hidden">
        <summary className="py-2">{contents}</summary>
        <nav aria-label={contents}>
          <ContentLinks {...props} />
        </nav>
      </details>
      <nav
        aria-label={contents}
        className="sticky top-20 max-h-[calc(100dvh-6rem)] self-start overflow-y-auto max-lg:hidden"
      >
        <ContentLinks {...props} />
      </nav>
    </>
  );
}

function ContentLinks({ chapters, text }: ContentsProps) {
  return (
    <ul className="grid gap-4 text-sm">
      {chapters.map(({ name, operations }) => (
        <li key={name}>
          <a href={`#chapter-${name}`} className="block py-1 font-strong first-letter:uppercase">
            {name}
          </a>
          <ul>
            {operations.map(({ method, path, operation }) => (
              <li key={operation.operationId}>
                <a
                  href={`#${operation.operationId}`}
                  className="block rounded-sm py-1 text-xs text-ink-2 wrap-anywhere hover:text-ink"
                >
                  <span className="font-mono text-accent">{method.toUpperCase()}</span>{' '}
                  <span className="font-mono">{path.replace(/^\/api/, '')}</span>
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li>
        <a href="#problems" className="block py-1 font-strong">
          {text.problems}
        </a>
      </li>
    </ul>
  );
}
