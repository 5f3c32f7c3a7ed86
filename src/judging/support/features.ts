import { align } from './alignment.js';
import type { ClaimWords } from './claim-words.js';
import { coverageOf, type Coverage, type Window } from './coverage.js';
import { figuresIn, type SourceIndex } from './source-index.js';
import { isSame, missingFrom, type Missing } from './missing.js';

export interface Measured {
  readonly values: Readonly<Record<string, number>>;
  readonly missing: Missing;
  readonly coverage: Coverage;
}

export function measure(claim: ClaimWords, source: SourceIndex): Measured {
  const coverage = coverageOf(claim, source, claim.stems.map(({ weight }) => weight));
  const n = source.sentences.length;
  const sourceCoverage = coverageOf(claim, source, claim.stems.map(({ stem, weight }) => {
    const df = source.postings.get(stem)?.length ?? 0;
    return weight * Math.log(1 + n / (df + 0.5)) / Math.log(1 + n / 0.5);
  }));
  const missing = missingFrom(claim, source);
  const values: Record<string, number> = {};
  const { windows, together, weights, anywhere, present } = coverage;
  const w3 = windows?.[2] ?? null;
  const textOf = (w: Window | null) => w ? source.sentences.slice(w.first, w.end).map(({ text }) => text).join(' ') : '';
  const a1 = align(claim, textOf(windows?.[0] ?? null));
  const a3 = align(claim, textOf(w3));
  const bestText = coverage.best.map((w) => source.sentences[w.first]!.text).join(' ');
  const ab = align(claim, bestText);
  values.any = anywhere;
  values.one = windows?.[0].share ?? 0;
  values.two = windows?.[1].share ?? 0;
  values.three = w3?.share ?? 0;
  values.tog2 = together[1];
  values.tog3 = together[2];
  values.sone = sourceCoverage.windows?.[0].share ?? 0;
  values.stwo = sourceCoverage.windows?.[1].share ?? 0;
  values.sthree = sourceCoverage.windows?.[2].share ?? 0;
  values.stog3 = sourceCoverage.together[2];
  values.cone = windows ? weights.filter((_, i) => coverage.covers(windows[0], i)).length / weights.length : 0;
  values.cthree = w3 ? weights.filter((_, i) => coverage.covers(w3, i)).length / weights.length : 0;
  values.cany = present.filter(Boolean).length / Math.max(1, present.length);
  const soft = (al: typeof a1) => al.likeness.reduce((s, l, i) => s + l * weights[i]!, 0);
  values.soft1 = soft(a1); values.soft3 = soft(a3); values.softb = soft(ab);
  for (const [k, al] of [['1', a1], ['3', a3], ['b', ab]] as const) {
    values['pairs' + k] = al.pairs; values['run' + k] = al.run; values['order' + k] = al.order;
    values['letters' + k] = al.letters; values['density' + k] = al.density;
  }
  values.denies = +a1.denies; values.opposite = +a1.opposite; values.opposite3 = +a3.opposite; values.hedged = +a1.hedged; values.widened = +a3.widened;
  // names and others
  const part = (keep: (i: number) => boolean, has: (i: number) => boolean): number => {
    let [t, h] = [0, 0];
    weights.forEach((w, i) => { if (keep(i)) { t += w; if (has(i)) h += w; } });
    return t > 0 ? h / t : 1;
  };
  const inBest = (i: number) => coverage.best.some((b) => coverage.covers(b, i));
  const isName = (i: number) => claim.stems[i]!.isName;
  const isPlain = (i: number) => !claim.stems[i]!.isName && !claim.stems[i]!.isFigure;
  values.nameAny = part(isName, (i) => present[i]!);
  values.nameBest = part(isName, inBest);
  values.name3 = w3 ? part(isName, (i) => coverage.covers(w3, i)) : 0;
  values.plainAny = part(isPlain, (i) => present[i]!);
  values.plainBest = part(isPlain, inBest);
  values.plain3 = w3 ? part(isPlain, (i) => coverage.covers(w3, i)) : 0;
  values.plainSoft = part(isPlain, () => true) ? weights.reduce((s, w, i) => s + (isPlain(i) ? w * ab.likeness[i]! : 0), 0) / (weights.reduce((s, w, i) => s + (isPlain(i) ? w : 0), 0) || 1) : 0;
  values.figBest = part((i) => claim.stems[i]!.isFigure, inBest);
  // rarest missing
  const lack = weights.map((_, i) => (present[i] ? 0 : claim.stems[i]!.weight)).sort((a, b) => b - a);
  const lackBest = weights.map((_, i) => (inBest(i) ? 0 : claim.stems[i]!.weight)).sort((a, b) => b - a);
  values.lack1 = lack[0] ?? 0; values.lack2 = lack[1] ?? 0; values.lackn = lack.filter((x) => x > 0).length; 
  values.lackb1 = lackBest[0] ?? 0; values.lackb2 = lackBest[1] ?? 0; values.lackbn = lackBest.filter((x) => x > 0).length;
  // clauses
  const clauseShare = claim.clauses.map((c) => {
    const t = c.reduce((s, i) => s + weights[i]!, 0) || 1;
    let best = 0;
    for (const b of [...coverage.best, ...(windows ?? [])]) best = Math.max(best, c.reduce((s, i) => s + (coverage.covers(b, i) ? weights[i]! : 0), 0) / t);
    return best;
  });
  values.clauseMin = clauseShare.length ? Math.min(...clauseShare) : 0;
  values.clauseMean = clauseShare.reduce((a, b) => a + b, 0) / Math.max(1, clauseShare.length);
  values.clauses = claim.clauses.length;
  // figures
  values.mYears = missing.years.length; values.mDates = missing.dates.length; values.mPct = missing.percentages.length;
  values.mAmt = missing.amounts.length; values.mNum = missing.numbers.length; values.mNames = missing.names.length;
  values.mFig = values.mYears + values.mPct + values.mAmt + values.mNum;
  values.nFig = claim.dates.length + claim.quantities.length; values.nNames = claim.names.length;
  values.mFigShare = values.nFig ? values.mFig / values.nFig : 0;
  values.mNameShare = values.nNames ? values.mNames / values.nNames : 0;
  // conflicts in best
  const near = figuresIn(textOf(windows?.[1] ?? null));
  const qAbsent = claim.quantities.filter((q) => !near.quantities.some((o) => isSame(q, o)));
  values.figConflict = +(qAbsent.some((q) => near.quantities.some((o) => o.kind === q.kind && o.measure === q.measure)));
  const yAbsent = claim.dates.filter((d) => !near.dates.some((o) => o.date!.slice(0, 4) === d.date!.slice(0, 4)));
  values.yearConflict = +(yAbsent.length > 0 && near.dates.some((o) => /^\d{4}/.test(o.date!)));
  values.figAbsentNear = qAbsent.length; values.yearAbsentNear = yAbsent.length;
  values.logLength = Math.log(1 + source.length); values.sentences = Math.log(1 + n);
  values.claimLength = Math.log(1 + claim.terms.length);
  values.isText = +source.isText;
  values.pos = windows ? windows[0].first / n : 1;
  const title = source.sentences[0];
  values.titleNames = title ? align(claim, title.text).density : 0;
  values.claimPol = +(claim.polarity === 'DENIES');
  values.repeat = windows ? Math.log(1 + claim.stems.reduce((s, { stem }, i) => s + weights[i]! * (source.postings.get(stem)?.length ?? 0), 0)) : 0;
  return { values, missing, coverage };
}
