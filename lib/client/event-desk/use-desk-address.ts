import { useSearchParams } from 'next/navigation';
import type { DeskFacets, DeskPlace } from '@/lib/contracts/pushes/desk';
import type { PickedReasons } from './count-reasons';
import { readFacets, readPicked, readPlace, writeFacets, writePicked } from './desk-address';
import { placeOf } from './desk-feed';

/** The address says what is shown: facets replace it, opening an event is a step that Back undoes. */
export function useDeskAddress() {
  const search = useSearchParams();
  const current = new URLSearchParams(search);
  const go = (next: URLSearchParams, step: 'push' | 'replace') => {
    const query = next.toString();
    const address = query === '' ? window.location.pathname : `?${query}`;
    if (step === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  };
  return {
    facets: readFacets(current),
    place: readPlace(current),
    picked: readPicked(current),
    setPicked: (picked: PickedReasons) => go(writePicked(current, picked), 'replace'),
    setFacets: (facets: DeskFacets) => go(writeFacets(current, facets), 'replace'),
    openEvent(place: DeskPlace) {
      const wasOpen = current.has('event');
      current.set('event', placeOf(place));
      go(current, wasOpen ? 'replace' : 'push');
    },
    closeEvent() {
      current.delete('event');
      go(current, 'replace');
    },
  };
}
