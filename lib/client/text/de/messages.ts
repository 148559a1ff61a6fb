import { announcement } from './announcement';
import { home } from './home';
import { inbox } from './inbox';
import { keyboard } from './keyboard';
import { layout } from './layout';
import { markdown } from './markdown';
import { offline } from './offline';
import { page } from './page';
import { palette } from './palette';
import { problem } from './problem';
import { reading } from './reading';
import { realtime } from './realtime';
import { ui } from './ui';

/** What every page may say, in German: the same files as in English, and not a word less. */
export const messages = {
  announcement,
  home,
  inbox,
  keyboard,
  layout,
  markdown,
  offline,
  page,
  palette,
  problem,
  reading,
  realtime,
  ui,
};
