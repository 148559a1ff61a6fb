// `npm start` and `npm run dev`. Plain Node: it runs before the dependencies are there.
import { runAfterInstall } from './install.mjs';

await runAfterInstall('scripts/start/start-product.ts', process.argv.slice(2));
