'use client';

import { useDeskText } from '@/lib/client/event-desk/desk-text';
import { useDeskAddress } from '@/lib/client/event-desk/use-desk-address';
import { useDeskFeed } from '@/lib/client/event-desk/use-desk-feed';
import { useDeskSocket } from '@/lib/client/event-desk/use-desk-socket';
import { DeskFrame } from './desk-frame';
import { DeskPanes } from './desk-panes';
import { EventPane } from './event-pane';
import { countFacets, FacetFields } from './facet-fields';

const HISTORY = 200;

/** The live tail of the log. */
export function TailPage() {
  const text = useDeskText();
  const socket = useDeskSocket();
  const { facets, place, setFacets, openEvent, closeEvent } = useDeskAddress();
  const feed = useDeskFeed(socket, facets, HISTORY);
  return (
    <DeskFrame page="tail">
      <DeskPanes
        text={text}
        feed={feed}
        rows={feed.rows}
        label={text.tail.label}
        empty={text.tail.empty}
        openPlace={place}
        onOpen={openEvent}
        onClose={closeEvent}
        view={JSON.stringify(facets)}
        narrowed={countFacets(facets)}
        narrow={<FacetFields facets={facets} text={text} onChange={setFacets} />}
        event={<EventPane socket={socket} place={place} text={text} />}
      />
    </DeskFrame>
  );
}
