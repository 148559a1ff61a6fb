import type { AllMessages } from '@/lib/client/text/load-messages';
import { type ApiDocument, apiMethods } from '@/lib/contracts/http/api-document';
import { ApiContents, type Chapter } from './api-contents';
import { CodeText } from './code-text';
import { OperationSection } from './operation-section';
import { ProblemTable } from './problem-table';

/** The whole API on one page, from its document. */
export function ApiReference({ document, text }: { document: ApiDocument; text: AllMessages['api'] }) {
  const chapters = chaptersOf(document);
  return (
    <div className="mx-auto grid max-w-5xl gap-x-10 px-4 pt-6 pb-16 md:px-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <ApiContents chapters={chapters} text={text} />
      <main id="content" tabIndex={-1} className="min-w-0 outline-none">
        <h1 className="text-lg max-lg:mt-4">{text.title}</h1>
        {document.info.description.split('\n\n').map((paragraph) => (
          <p key={paragraph} className="mt-3 max-w-prose" lang="en">
            <CodeText text={paragraph} />
          </p>
        ))}
        <p className="mt-3">
          <a href="/api/openapi.json" className="text-accent underline underline-offset-2">
            {text.document}
          </a>{' '}
          <span className="text-ink-3">{document.openapi}</span>
        </p>
        {chapters.map(({ name, description, operations }) => (
          <section key={name} aria-labelledby={`chapter-${name}`} className="mt-10">
            <h2 id={`chapter-${name}`} className="text-md first-letter:uppercase">
              {name}
            </h2>
            <p className="mb-4 text-ink-2" lang="en">
              {description}
            </p>
            {operations.map((each) => (
              <OperationSection key={each.operation.operationId} {...each} text={text} />
            ))}
          </section>
        ))}
        <section aria-labelledby="problems" className="mt-10">
          <h2 id="problems" className="mb-3 text-md">
            {text.problems}
          </h2>
          <ProblemTable problems={document['x-problems']} text={text} />
        </section>
      </main>
    </div>
  );
}

function chaptersOf({ tags, paths }: ApiDocument): Chapter[] {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    apiMethods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );
  return tags.map(({ name, description }) => ({
    name,
    description,
    operations: operations.filter(({ operation }) => operation.tags.includes(name)),
  }));
}
