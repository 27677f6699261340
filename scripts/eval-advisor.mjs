// npm run eval:advisor [-- --labels FILE --repos DIR]: how often the reading of handler code is right.
import { installIfNeeded } from './lib/install.mjs';
import { requireNode, tool } from './lib/run.mjs';

requireNode();
if (!(await installIfNeeded())) process.exit(1);
const { code } = await tool('tsx', 'tsx', ['scripts/eval-advisor.ts', ...process.argv.slice(2)]);
process.exit(code);
