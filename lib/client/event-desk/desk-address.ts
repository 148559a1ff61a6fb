import { DeskFacets, type DeskPlace } from '@/lib/contracts/pushes/desk';
import { deadLetterFacets, type PickedReasons } from './count-reasons';

/** The facets of an address; what is not one is as if it were not there. */
export function readFacets(search: URLSearchParams): DeskFacets {
  const facets = DeskFacets.safeParse({
    topics: search.getAll('topic'),
    types: search.getAll('type'),
    user_id: search.get('user') ?? '',
    correlation_id: search.get('correlation') ?? '',
    text: search.get('text') ?? '',
  });
  return facets.success ? facets.data : DeskFacets.parse({});
}

/** The address with these facets; the open event and what else it says stay. */
export function writeFacets(search: URLSearchParams, facets: DeskFacets): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of ['topic', 'type', 'user', 'correlation', 'text']) next.delete(name);
  for (const topic of facets.topics) next.append('topic', topic);
  for (const type of facets.types) next.append('type', type);
  if (facets.user_id) next.set('user', facets.user_id);
  if (facets.correlation_id) next.set('correlation', facets.correlation_id);
  if (facets.text) next.set('text', facets.text);
  return next;
}

/** `topic/partition/offset` of the open event. */
export function readPlace(search: URLSearchParams): DeskPlace | null {
  const parts = /^([\w.]{1,64})\/(\d{1,5})\/(\d{1,18})$/.exec(search.get('event') ?? '');
  const [, topic, partition, offset] = parts ?? [];
  return topic && partition && offset ? { topic, partition: Number(partition), offset } : null;
}

/** What is picked in the histograms of the dead letters. */
export function readPicked(search: URLSearchParams): PickedReasons {
  const given = deadLetterFacets.flatMap((facet) => {
    const value = search.get(facet);
    return value === null ? [] : [[facet, value] as const];
  });
  return Object.fromEntries(given);
}

export function writePicked(search: URLSearchParams, picked: PickedReasons): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const facet of deadLetterFacets) {
    const value = picked[facet];
    if (value === undefined) next.delete(facet);
    else next.set(facet, value);
  }
  return next;
}

export const tailHref = (correlationId: string) =>
  `/admin/events?correlation=${encodeURIComponent(correlationId)}`;

export const traceHref = (correlationId: string, userId?: string) =>
  `/admin/events/trace/${encodeURIComponent(correlationId)}${userId ? `?user_id=${userId}` : ''}`;
