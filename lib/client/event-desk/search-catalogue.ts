import type { EventCatalogue } from '@/lib/contracts/http/event-desk';

type Topic = EventCatalogue['topics'][number];
type Event = EventCatalogue['events'][number];

/** The topics with those of their events that hold every word; a topic without events (the dead letters) by its own text. */
export function searchCatalogue(
  { topics, events }: EventCatalogue,
  text: string,
): { topic: Topic; events: Event[] }[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = (searched: string) => words.every((word) => searched.toLowerCase().includes(word));
  return topics.flatMap((topic) => {
    const own = events.filter((event) => event.topic === topic.name);
    const about = [
      topic.name,
      topic.description,
      ...topic.producers,
      ...topic.consumers.map(({ group }) => group),
    ];
    const found = own.filter((event) =>
      holds(
        [
          ...about,
          event.event_type,
          event.summary,
          event.trigger,
          ...event.also_read_as,
          ...event.fields.map(({ path }) => path),
        ].join(' '),
      ),
    );
    return found.length > 0 || (own.length === 0 && holds(about.join(' '))) ? [{ topic, events: found }] : [];
  });
}
