// npm run worker: installs and builds what is missing, then does background jobs until it is told to stop.
import { handOver, setUp } from './setup.mjs';

setUp({ withServer: true });
await handOver('server/worker.js', process.argv.slice(2), { lean: true });
