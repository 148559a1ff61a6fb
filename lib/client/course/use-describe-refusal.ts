import { ApiProblem } from '../http/api-problem';
import { describeProblem } from '../text/describe-problem';
import { useText } from '../text/text-context';
import { useCatalogueText } from './catalogue-text';

/** Why the server refuses a course, a subject or a term, as a sentence. */
export function useDescribeRefusal(): (error: Error) => string {
  const own = Object.entries(useCatalogueText().problems);
  const { problem } = useText();
  return (error) => {
    const code = error instanceof ApiProblem ? error.code : '';
    return own.find(([name]) => name === code)?.[1] ?? describeProblem(problem, error);
  };
}
