// npm run dev: the app in the browser with hot reload, and the loopback host behind it.
import { installIfNeeded } from './lib/install.mjs';
import { requireNode, tool } from './lib/run.mjs';

requireNode();
if (!(await installIfNeeded())) process.exit(1);
process.exitCode = (await tool('tsx', 'tsx', ['scripts/dev-server.ts', ...process.argv.slice(2)])).code;
