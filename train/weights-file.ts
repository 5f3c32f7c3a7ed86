import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Weights } from '../src/judging/support/model.js';
import { train } from './fit.js';
import { PAIR_SETS, readPairs, type Pair } from './pairs.js';

/** From the root of the repository. */
export const WEIGHTS_FILE = 'src/judging/support/weights.ts';

const TRAINED_ON = PAIR_SETS.filter(({ licence }) => licence !== null);

/** The pairs that the committed weights are fitted to: the parts "train" and "dev" of each set that permits it. */
export function trainingPairs(data: string): Pair[] {
  return TRAINED_ON.flatMap((set) => {
    const pairs = readPairs(join(data, set.name), set, ['train', 'dev']);
    if (pairs.length === 0) throw new Error(`${join(data, set.name)} holds no train.jsonl or dev.jsonl`);
    return pairs;
  });
}

export const trainOn = (data: string): Weights => train(trainingPairs(data));

/** The source file that holds the weights. */
export async function weightsFile({ background, ...weights }: Weights): Promise<string> {
  const sets = TRAINED_ON.map(({ licence }) => ` * - ${licence}`).join('\n');
  const text = `import type { Weights } from './model.js';

/**
 * Made by "npm run train" from train/; not edited by hand. Trained on:
${sets}
 */
export const WEIGHTS: Weights = {
  ${JSON.stringify(weights).slice(1, -1)},
  background: { texts: ${background.texts}, stems: \`${background.stems.replace(/[\\`$]/g, '\\$&')}\` },
};
`;
  return format(text, { ...(await resolveConfig(WEIGHTS_FILE)), filepath: WEIGHTS_FILE });
}
