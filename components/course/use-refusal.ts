import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useDescribeRefusal } from '@/lib/client/course/use-describe-refusal';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useFormat } from '@/lib/client/text/text-context';
import { CatalogueUse } from '@/lib/contracts/http/course';

/** Why something of the catalogue could not be deleted: what needs it, where that is so. */
export function useRefusal(): (error: Error | null) => string | null {
  const text = useCatalogueText();
  const describe = useDescribeRefusal();
  const format = useFormat();
  return (error) => {
    if (!error) return null;
    const isInUse = error instanceof ApiProblem && error.code === 'catalogue.in_use';
    const use = CatalogueUse.safeParse(isInUse ? error.current : undefined).data;
    if (!use) return describe(error);
    const kinds = (['courses', 'subjects', 'timetables', 'holidays'] as const).filter(
      (kind) => use[kind] > 0,
    );
    return text.inUse(format.list(kinds.map((kind) => text.uses[kind](use[kind]))));
  };
}
