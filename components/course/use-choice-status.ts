import { useCatalogueText } from '@/lib/client/course/catalogue-text';

/** What a search for something to choose says of itself. */
export function useChoiceStatus(): (
  search: { isFetching: boolean; isError: boolean },
  count: number,
) => string {
  const { choice } = useCatalogueText();
  return ({ isFetching, isError }, count) => {
    if (isError) return choice.failed;
    if (count > 0) return choice.count(count);
    return isFetching ? choice.searching : choice.nothing;
  };
}
