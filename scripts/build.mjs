// `npm run build`: what an image needs. `npm start` builds by itself.
import { runAfterInstall } from './set-up/run-after-install.mjs';

await runAfterInstall('scripts/build.ts');
