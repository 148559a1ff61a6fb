import { Badge } from '@/components/ui/badge';
import type { ApiMethod, Operation } from '@/lib/contracts/http/api-document';
import { AnswerList } from './answer-list';
import { CodeText } from './code-text';
import { bodyFields, parameterFields } from './document-fields';
import { ExampleBlock } from './example-block';
import { exampleRequest } from './example-request';
import { FieldList } from './field-list';

export interface OperationProps {
  readonly method: ApiMethod;
  readonly path: string;
  readonly operation: Operation;
}

export function OperationSection({ method, path, operation }: OperationProps) {
  const answer = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const [shown] = Object.values(answer?.content ?? {});
  return (
    <section aria-labelledby={operation.operationId} className="grid gap-4 border-t py-6">
      <div className="grid gap-1">
        <h3 id={operation.operationId} className="font-mono text-base font-strong wrap-anywhere">
          <span className="text-accent">{method.toUpperCase()}</span> {path}
        </h3>
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          {operation.summary} <Badge>{whoMay(operation)}</Badge>
        </p>
        {operation.description && (
          <p className="max-w-prose text-ink-2">
            <CodeText text={operation.description} />
          </p>
        )}
      </div>
      <FieldList title="Parameters" fields={parameterFields(operation.parameters)} />
      <FieldList title="Body" fields={bodyFields(operation.requestBody?.content)} />
      <AnswerList responses={operation.responses} />
      <FieldList title="Fields of the answer" fields={bodyFields(answer?.content)} />
      <div className="grid gap-4 lg:grid-cols-2">
        <ExampleBlock label="A request" text={exampleRequest(method, path, operation)} />
        {shown?.example !== undefined && (
          <ExampleBlock label="Its answer" text={JSON.stringify(shown.example, null, 2)} />
        )}
      </div>
    </section>
  );
}

function whoMay({ security, 'x-roles': roles }: Operation): string {
  if (security.length === 0) return 'Anybody';
  return roles ? `Only ${roles.join(' and ')}` : 'Signed in';
}
