// npm start: installs and builds what is missing, then runs the server until it is told to stop.
import { handOver, setUp } from './setup.mjs';

setUp({ withServer: true, withConsole: true });
await handOver('server/main.js', process.argv.slice(2), { lean: true });
