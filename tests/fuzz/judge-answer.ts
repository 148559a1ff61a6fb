import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiDocument } from '@/lib/contracts/http/api-document';
import { Problem } from '@/lib/contracts/http/problem';
import type { FuzzOperation } from './generate-request';

export interface FuzzAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

/** Says what is wrong with an answer by the document, or `null`. */
export function createJudge(document: ApiDocument) {
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  ajv.addSchema({ $id: 'document', ...document });
  const compiled = new Map<string, ValidateFunction>();

  return function judge({ method, path, operation }: FuzzOperation, answer: FuzzAnswer): string | null {
    if (answer.status >= 500) return `a ${answer.status}: ${answer.text.slice(0, 300)}`;
    const documented = operation.responses[answer.status];
    if (!documented) return `the undocumented status ${answer.status}: ${answer.text.slice(0, 300)}`;
    const [type] = Object.keys(documented.content ?? {});
    if (type === undefined) return answer.text === '' ? null : 'a body where none is documented';
    // Of a file the type is its own.
    if (type === '*/*') return null;
    if (answer.contentType !== type) return `the type ${answer.contentType} instead of ${type}`;
    if (!type.endsWith('json')) return null;
    const body: unknown = JSON.parse(answer.text);
    const validate = validator(`${method} ${path}`, method, path, answer.status, type);
    if (!validate(body)) return `a body unlike its schema: ${ajv.errorsText(validate.errors)}`;
    if (answer.status < 400) return null;
    const problem = Problem.parse(body);
    const codes: readonly string[] = documented['x-problem-codes'] ?? [];
    if (problem.status !== answer.status) return `a problem that says ${problem.status}`;
    return codes.includes(problem.code) ? null : `the undocumented code ${problem.code}`;
  };

  function validator(name: string, method: string, path: string, status: number, type: string) {
    const key = `${name} ${status}`;
    const known = compiled.get(key);
    if (known) return known;
    const steps = ['paths', path, method, 'responses', String(status), 'content', type, 'schema'];
    const pointer = steps
      .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const validate = ajv.compile({ $ref: `document#/${pointer}` });
    compiled.set(key, validate);
    return validate;
  }
}
