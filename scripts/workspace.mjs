// npm run workspace: installs and builds what is missing, then makes or lists workspaces.
import { handOver, setUp } from './setup.mjs';

setUp();
await handOver('src/workspace.js', process.argv.slice(2));
