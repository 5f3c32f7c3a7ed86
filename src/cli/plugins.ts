import { type LoadedPlugin, nameClashes, PluginLoader } from '../plugins/load-plugins.js';
import { UsageError } from './terminal.js';

/** What `--plugin` names, from the working folder. @throws UsageError with a line per mistake */
export async function sharedPlugins(
  given: readonly string[],
  loader = new PluginLoader(),
): Promise<readonly LoadedPlugin[]> {
  const { plugins, problems } = await loader.loadAll(given, process.cwd());
  const told = [
    ...problems.map((problem) => `--plugin ${problem}`),
    ...nameClashes(plugins).map((clash) => `--plugin: ${clash}`),
  ];
  if (told.length > 0) throw new UsageError(told.join('\n'));
  return plugins;
}
