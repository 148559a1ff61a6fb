// `npm test`.
import { runAfterInstall } from './set-up/run-after-install.mjs';

await runAfterInstall('scripts/test/run-tests.ts');
