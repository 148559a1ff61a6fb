'use client';

import { matchesReasons } from '@/lib/client/event-desk/count-reasons';
import { useDeskText } from '@/lib/client/event-desk/desk-text';
import { useDeskAddress } from '@/lib/client/event-desk/use-desk-address';
import { useDeskFeed } from '@/lib/client/event-desk/use-desk-feed';
import { useDeskSocket } from '@/lib/client/event-desk/use-desk-socket';
import { DeskFacets } from '@/lib/contracts/pushes/desk';
import { DeskFrame } from './desk-frame';
import { DeskPanes } from './desk-panes';
import { EventPane } from './event-pane';
import { ReasonBars } from './reason-bars';

const deadLetters = DeskFacets.parse({ topics: ['dlq.events'] });
const HISTORY = 500;

/** What groups could not handle, and why; it grows live, as the tail of its topic does. */
export function DeadLetterPage() {
  const text = useDeskText();
  const socket = useDeskSocket();
  const { place, openEvent, closeEvent, picked, setPicked } = useDeskAddress();
  const feed = useDeskFeed(socket, deadLetters, HISTORY);
  const rows = feed.rows.filter((row) => matchesReasons(row.dead_letter, picked));
  return (
    <DeskFrame page="deadLetters">
      <DeskPanes
        text={text}
        feed={feed}
        rows={rows}
        label={text.deadLetters.label}
        empty={text.deadLetters.empty}
        openPlace={place}
        onOpen={openEvent}
        onClose={closeEvent}
        view={JSON.stringify(picked)}
        narrowed={Object.keys(picked).length}
        narrow={<ReasonBars rows={feed.rows} picked={picked} text={text} onPick={setPicked} />}
        event={<EventPane socket={socket} place={place} text={text} />}
      />
    </DeskFrame>
  );
}
