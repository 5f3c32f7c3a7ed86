import { existsSync } from 'node:fs';

/** Debian's; another one by its path. */
const PLACES = [process.env.OBELUS_BROWSER, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is; undefined: there is none. */
export const CHROMIUM = PLACES.find((path) => path !== undefined && existsSync(path));

/** Chromium refuses to run as root with its own walls; what it is shown here is ours. */
export const CHROMIUM_ARGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
