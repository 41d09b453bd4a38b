// `npm test`: hands over to run/run.ts under the Node that the till runs on, or says plainly what is missing.
import { runTypeScript } from '../electron/shell/start.mjs';

await runTypeScript('test/run/run.ts', process.argv.slice(2));
