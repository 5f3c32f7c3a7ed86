import { shownRatio, shownSpread, spreadOf } from './figures.js';
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
  const judging = spreadOf(judgingTimes(judgedAt, gap));
  const [anywhere, ahead] = [spreadOf(during.attached), spreadOf(during.attachedAhead)];
  return [
    `the retraction was answered after ${answered.toFixed(0)} ms`,
    `all was judged after ${seconds(looks.at(-1)!.ms)}, ${seconds(gap)} of it until the work of the killed worker went on`,
    `judging one article: ${shownSpread(judging)}`,
    ...(Object.keys(WHAT) as (keyof Timings)[]).flatMap((key) => {
      const [was, is] = [spreadOf(undisturbed[key]), spreadOf(during[key])];
      return [
        `${WHAT[key]}, undisturbed: ${shownSpread(was)}`,
        `${WHAT[key]}, meanwhile: ${shownSpread(is)}`,
        `  meanwhile / undisturbed: median ${shownRatio(is.median, was.median)}, slowest ${shownRatio(is.slowest, was.slowest)}`,
        `  meanwhile / judging one article: median ${shownRatio(is.median, judging.median)}, slowest ${shownRatio(is.slowest, judging.slowest)}`,
      ];
    }),
    `attaching ahead of the work / anywhere: median ${shownRatio(ahead.median, anywhere.median)}, ` +
      `99th percentile ${shownRatio(ahead.p99, anywhere.p99)}, slowest ${shownRatio(ahead.slowest, anywhere.slowest)}`,
    `progress: ${looks.length} looks, ${new Set(looks.map(({ done }) => done)).size} different answers`,
  ];
}

/** From the time of one to that of the next, but for the gap after the kill. */
function judgingTimes(judgedAt: readonly Date[], gap: number): number[] {
  const times = judgedAt.slice(1).map((at, i) => at.getTime() - judgedAt[i]!.getTime());
  return gap > 0 ? times.filter((ms) => ms < gap / 2) : times;
}
