// `npm start` and `npm run dev`.
import { runAfterInstall } from './set-up/run-after-install.mjs';

await runAfterInstall('scripts/start/start-product.ts', { label: '[1/6] install' });
