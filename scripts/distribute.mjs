// npm run db:distribute: installs and builds what is missing, then spreads the tables over a Citus cluster.
import { handOver, setUp } from './setup.mjs';

setUp();
await handOver('src/distribute.js', process.argv.slice(2));
