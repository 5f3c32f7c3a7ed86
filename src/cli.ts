import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { run } from './cli/program.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const { stdin, stdout, stderr } = process;

// The reader of a pipe may leave early: `obelus check … | head`.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const clearLine = '\r\u001b[K';
let shown = false;

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void stdout.write(`${text}\n`),
  error: (text) => void stderr.write(`${text}\n`),
  progress: (text) => {
    if (!stderr.isTTY || (text === '' && !shown)) return;
    stderr.write(clearLine + text.slice(0, stderr.columns - 1));
    shown = text !== '';
  },
  isWatched: stderr.isTTY,
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    }),
  input: stdin,
  // Heeds NO_COLOR and FORCE_COLOR, and that a file is no terminal.
  colour: styleText('bold', '.', { stream: stdout }) !== '.',
  width: stdout.columns ?? 100,
  now: new Date(),
  version,
});
