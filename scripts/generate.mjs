// `npm run generate`: everything that is made from something else.
import { runAfterInstall } from './set-up/run-after-install.mjs';

await runAfterInstall('scripts/set-up/generate-all.ts');
