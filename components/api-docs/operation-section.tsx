import { Badge } from '@/components/ui/badge';
import type { AllMessages } from '@/lib/client/text/load-messages';
import type { ApiMethod, Operation } from '@/lib/contracts/http/api-document';
import { AnswerList } from './answer-list';
import { CodeText } from './code-text';
import { bodyFields, parameterFields } from './document-fields';
import { ExampleBlock } from './example-block';
import { exampleRequest } from './example-request';
import { FieldList } from './field-list';

export interface DescribedOperation {
  readonly method: ApiMethod;
  readonly path: string;
  readonly operation: Operation;
}

export function OperationSection({
  method,
  path,
  operation,
  text,
}: DescribedOperation & { text: AllMessages['api'] }) {
  const answer = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const [shown] = Object.values(answer?.content ?? {});
  return (
    <section aria-labelledby={operation.operationId} className="grid gap-4 border-t py-6">
      <div className="grid gap-1">
        <h3 id={operation.operationId} className="font-mono text-base font-strong wrap-anywhere">
          <span className="text-accent">{method.toUpperCase()}</span> {path}
        </h3>
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span lang="en">{operation.summary}</span> <Badge>{whoMay(operation, text)}</Badge>
        </p>
        {operation.description && (
          <p className="max-w-prose text-ink-2" lang="en">
            <CodeText text={operation.description} />
          </p>
        )}
      </div>
      <FieldList text={text} title={text.parameters} fields={parameterFields(operation.parameters)} />
      <FieldList text={text} title={text.body} fields={bodyFields(operation.requestBody?.content)} />
      <AnswerList responses={operation.responses} text={text} />
      <FieldList text={text} title={text.answerFields} fields={bodyFields(answer?.content)} />
      <div className="grid gap-4 lg:grid-cols-2">
        <ExampleBlock label={text.request} text={exampleRequest(method, path, operation)} />
        {shown?.example !== undefined && (
          <ExampleBlock label={text.answer} text={JSON.stringify(shown.example, null, 2)} />
        )}
      </div>
    </section>
  );
}

function whoMay({ security, 'x-roles': roles }: Operation, text: AllMessages['api']): string {
  if (security.length === 0) return text.anybody;
  return roles ? text.only(roles.join(', ')) : text.signedIn;
}
