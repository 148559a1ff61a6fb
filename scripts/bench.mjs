// `npm run bench`.
import { runAfterInstall } from './set-up/run-after-install.mjs';

await runAfterInstall('scripts/run-benches.ts');
