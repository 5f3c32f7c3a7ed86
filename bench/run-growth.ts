import type { SetSize } from './data/build.js';
import { openSet, type DataSet } from './data/data-set.js';
import { costsOf, type Cost } from './growth/costs.js';
import { growthSections } from './growth/section.js';
import type { Options } from './options.js';
import type { Section } from './report/section.js';

/** Of the sets whose workspaces grow in number. */
const CLAIMS = 100_000;
const WORKSPACES = [1, 100, 10_000];
/** Of the sets whose claims grow in number. */
const USUAL_WORKSPACES = 20;
/**
 * How many times what the logarithm allows. The smallest set lies in the processor's cache and PostgreSQL's, the largest in
 * neither: that is a step, not growth, and is felt once.
 */
const ALLOWANCE = 2;

/**
 * What operations cost on sets that grow: by claims, and by workspaces. Each set is built where it is not yet.
 *
 * @param spins is told how long a fixed work of the processor took
 * @param opened is told of each set before it is measured
 * @param add is given each section as soon as it is there
 */
export async function runGrowth(
  options: Options,
  say: (line: string) => void,
  spins: number[],
  opened: (set: DataSet) => Promise<void>,
  add: (section: Section) => Promise<void>,
): Promise<void> {
  const [checkout] = options.checkouts as [(typeof options.checkouts)[number]];
  const costs = async (size: SetSize): Promise<Cost[]> => {
    const set = await openSet(options.folder, size, say);
    say(`growth: ${size.claims.toLocaleString('en')} claims in ${size.workspaces.toLocaleString('en')} workspaces`);
    try {
      await opened(set);
      return await costsOf(set, checkout, options, spins);
    } finally {
      await set.close();
    }
  };
  const sizes = [...options.growth].sort((a, b) => a - b);
  const byClaims: Cost[][] = [];
  for (const claims of sizes) byClaims.push(await costs({ claims, workspaces: USUAL_WORKSPACES }));
  const most = (ALLOWANCE * Math.log(sizes.at(-1)!)) / Math.log(sizes[0]!);
  const claims = growthSections(
    {
      id: 'claims',
      about: `Sets of more and more claims, in ${USUAL_WORKSPACES} workspaces, six in ten claims in the one that is asked.`,
      steps: sizes,
      most,
      why:
        `The logarithm of the claims grows ${(most / ALLOWANCE).toFixed(2)} times, and ${ALLOWANCE} times that is allowed: ` +
        'what no longer fits into a cache costs more once. What grew with the claims themselves would grow ' +
        `${(sizes.at(-1)! / sizes[0]!).toLocaleString('en')} times.`,
    },
    byClaims,
  );
  for (const section of claims) await add(section);
  if (options.operations.length > 0) return;
  const byWorkspaces: Cost[][] = [];
  for (const workspaces of WORKSPACES) byWorkspaces.push(await costs({ claims: CLAIMS, workspaces }));
  const workspaces = growthSections(
    {
      id: 'workspaces',
      about: `Sets of ${CLAIMS.toLocaleString('en')} claims in more and more workspaces; where there are several, six in ten claims are in the one that is asked.`,
      steps: WORKSPACES,
      most: ALLOWANCE,
      why: `Whoever asks sees one workspace, so nothing should grow; ${ALLOWANCE} times is allowed.`,
    },
    byWorkspaces,
  );
  for (const section of workspaces) await add(section);
}
