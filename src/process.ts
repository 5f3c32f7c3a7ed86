import { ConsoleLogger, Logger } from '@nestjs/common';
import { ConfigError, type Config } from './config/config.js';
import { LOG_LEVELS } from './config/variables.js';
import { StartError } from './database/start-error.js';

/** The log of a process, as its configuration wants it. */
export function loggerOf(config: Pick<Config, 'logLevel' | 'production'>): ConsoleLogger {
  return new QuietLogger({ prefix: 'Obelus', logLevels: levelsOf(config), json: config.production });
}

/** Tells how the framework puts itself together, a line for each part, to those alone who debug. */
class QuietLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (FRAMEWORK.has(String(rest.at(-1)))) this.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}

const FRAMEWORK = new Set([
  'NestFactory',
  'NestApplication',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'GraphQLModule',
]);

const levelsOf = ({ logLevel }: Pick<Config, 'logLevel'>) => [
  'fatal' as const,
  ...LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(logLevel) + 1),
];

/** Ends the process when it is told to, once; a second signal changes nothing. @returns does the same */
export function closeOnSignal(
  app: { close(): Promise<void> },
  signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'],
): () => void {
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        new Logger('Obelus').error(error instanceof Error ? error.message : String(error));
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, close);
  return close;
}

type KnownErrors = (new (...args: never[]) => Error)[];

/**
 * Says what is wrong, in a line where the caller can mend it.
 *
 * @param more classes of errors whose message says all
 */
export function tell(error: unknown, ...more: KnownErrors): void {
  console.error(`obelus: ${lineOf(error, ...more)}`);
}

/** What is wrong: the message where that says all, else where it came from as well. */
export function lineOf(error: unknown, ...more: KnownErrors): string {
  const known = [ConfigError, StartError, ...more].some((kind) => error instanceof kind);
  return error instanceof Error ? ((known ? null : error.stack) ?? error.message) : String(error);
}
