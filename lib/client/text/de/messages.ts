import { announcement } from './announcement';
import { api } from './api';
import { home } from './home';
import { inbox } from './inbox';
import { keyboard } from './keyboard';
import { layout } from './layout';
import { markdown } from './markdown';
import { offline } from './offline';
import { page } from './page';
import { palette } from './palette';
import { problem } from './problem';
import { profile } from './profile';
import { reach } from './reach';
import { reading } from './reading';
import { realtime } from './realtime';
import { session } from './session';
import { settings } from './settings';
import { ui } from './ui';

/** Everything the product says, in German: the same files as in English, and not a word less. */
export const messages = {
  announcement,
  api,
  home,
  inbox,
  keyboard,
  layout,
  markdown,
  offline,
  page,
  palette,
  problem,
  profile,
  reach,
  reading,
  realtime,
  session,
  settings,
  ui,
};
