// `npm test`. Plain Node: it runs before the dependencies are there.
import { runAfterInstall } from './install.mjs';

await runAfterInstall('scripts/test/run-tests.ts', process.argv.slice(2));
