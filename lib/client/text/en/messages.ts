import { announcement } from './announcement';
import { home } from './home';
import { inbox } from './inbox';
import { layout } from './layout';
import { page } from './page';
import { problem } from './problem';
import { realtime } from './realtime';
import { session } from './session';
import { ui } from './ui';

/** Everything the product says, in English: one file a noun. Its shape is the one each other language has to fill. */
export const messages = { announcement, home, inbox, layout, page, problem, realtime, session, ui };
