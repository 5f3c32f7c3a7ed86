import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

// A process that serves nothing. A file, named in place of the database, says whether it is long in starting, or fails.
process.on('message', async (message) => {
  if (message.type === 'stop') process.exit(0);
  if (message.type !== 'serve') return;
  const word = () => (existsSync(message.databaseUrl) ? readFileSync(message.databaseUrl, 'utf8') : 'serve');
  while (word() === 'wait') await sleep(20);
  if (word() === 'fail') process.send({ type: 'failed', message: 'it cannot serve' });
  else process.send({ type: 'ready', url: 'http://127.0.0.1' });
});
