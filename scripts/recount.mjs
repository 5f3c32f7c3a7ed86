// npm run recount: installs and builds what is missing, then compares what is stored with what the facts give.
import { handOver, setUp } from './setup.mjs';

setUp();
await handOver('src/recount.js', process.argv.slice(2));
