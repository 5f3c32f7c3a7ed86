import { shown } from '../report/shown.js';
import { distributionOf, shownDistribution } from './figures.js';
import type { Timings } from './people.js';
import type { Retraction } from './retract-amid.js';

const WHAT: Readonly<Record<keyof Timings, string>> = {
  attached: 'attaching anywhere',
  attachedAhead: 'attaching ahead of the work',
  paged: 'reading a page',
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/**
 * What it cost, in ratios of the one run.
 *
 * @param judgedAt when each article was judged, in the order of the work
 */
export function reportOf(retraction: Retraction, judgedAt: readonly Date[]): string[] {
  const { answered, looks, gap, undisturbed, during } = retraction;
  const judging = distributionOf(judgingTimes(judgedAt, gap));
  const [anywhere, ahead] = [distributionOf(during.attached), distributionOf(during.attachedAhead)];
  return [
    `the retraction was answered after ${answered.toFixed(0)} ms`,
    `all was judged after ${seconds(looks.at(-1)!.ms)}, ${seconds(gap)} of it until the work of the killed worker went on`,
    `judging one article: ${shownDistribution(judging)}`,
    ...(Object.keys(WHAT) as (keyof Timings)[]).flatMap((key) => {
      const [was, is] = [distributionOf(undisturbed[key]), distributionOf(during[key])];
      return [
        `${WHAT[key]}, undisturbed: ${shownDistribution(was)}`,
        `${WHAT[key]}, meanwhile: ${shownDistribution(is)}`,
        `  meanwhile / undisturbed: median ${shown(is.median / was.median)}, slowest ${shown(is.slowest / was.slowest)}`,
        `  meanwhile / judging one article: median ${shown(is.median / judging.median)}, slowest ${shown(is.slowest / judging.slowest)}`,
      ];
    }),
    `attaching ahead of the work / anywhere: median ${shown(ahead.median / anywhere.median)}, ` +
      `99th percentile ${shown(ahead.p99 / anywhere.p99)}, slowest ${shown(ahead.slowest / anywhere.slowest)}`,
    `progress: ${looks.length} looks, ${new Set(looks.map(({ done }) => done)).size} different answers`,
  ];
}

/** From the time of one to that of the next, but for the gap after the kill. */
function judgingTimes(judgedAt: readonly Date[], gap: number): number[] {
  const times = judgedAt.slice(1).map((at, i) => at.getTime() - judgedAt[i]!.getTime());
  return gap > 0 ? times.filter((ms) => ms < gap / 2) : times;
}
