import { announcement } from './announcement';
import { home } from './home';
import { inbox } from './inbox';
import { layout } from './layout';
import { page } from './page';
import { problem } from './problem';
import { realtime } from './realtime';
import { session } from './session';
import { ui } from './ui';

/** Everything the product says, in German: the same files as in English, and not a word less. */
export const messages = { announcement, home, inbox, layout, page, problem, realtime, session, ui };
