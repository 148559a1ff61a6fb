import type { DeskFacets } from '@/lib/contracts/pushes/desk';
import type { DescribedRecord } from './describe-record';

/** Whether the facets ask for more than the topic, so that a record must be read to be judged. */
export function asksForContent(facets: DeskFacets): boolean {
  return (
    facets.types.length > 0 || facets.user_id !== '' || facets.correlation_id !== '' || facets.text !== ''
  );
}

export const matchesTopic = (facets: DeskFacets, topic: string): boolean =>
  facets.topics.length === 0 || facets.topics.includes(topic);

export function matchesFacets(facets: DeskFacets, { row, searchable }: DescribedRecord): boolean {
  return (
    matchesTopic(facets, row.topic) &&
    (facets.types.length === 0 || facets.types.includes(row.event_type)) &&
    (facets.correlation_id === '' || row.correlation_id === facets.correlation_id) &&
    // As a whole value of the masked record: ids are never masked, and half an id is nobody's.
    (facets.user_id === '' || searchable.includes(JSON.stringify(facets.user_id).toLowerCase())) &&
    (facets.text === '' || searchable.includes(facets.text.toLowerCase()))
  );
}
