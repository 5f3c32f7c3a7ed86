import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { judgeArticle, type Finding, type Judgement } from './judge.js';
import { createRuleset } from './ruleset.js';
import { articleOf, readGold, type Gold } from './testing/gold.js';

/** Rules that need what golds do not tell: the sources behind the numbers. */
const NEEDS_SOURCES = new Set(
  'dangling-citation no-bibliography orphan-reference duplicate-reference unidentifiable-source retracted-source malformed-citation numbering-gap'.split(
    ' ',
  ),
);
/** Rules of which every finding that a careful reader would not make is a false alarm. */
const JUDGED = new Set(
  'uncited-claim blank-value elided-value undisclosed-value vacuous-evidence dropped-qualifier conflicting-claims restated-claim'.split(
    ' ',
  ),
);
/** Of what a careful reader finds, the share that must be found: one statement in other words may be missed. */
const LEAST_FOUND = 0.95;

const FOLDER = 'test/fixtures/articles';
const SHARED = '../shared/seed';
const fixtures = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.gold.json') && !/\.(md|html|wiki)\./.test(name))
  .map(
    (name) =>
      [name.replace('.gold.json', ''), `${FOLDER}/${name}`, `${FOLDER}/${name.replace('.gold.json', '.txt')}`] as const,
  );

function check(goldPath: string, textPath: string): void {
  const gold = readGold(goldPath);
  const lines = readFileSync(textPath, 'utf8').split('\n');
  const judgement = judgeArticle(articleOf(gold, titleOf(gold, lines), lines), {
    ruleset: createRuleset(),
    now: new Date(0),
  });
  it('finds what a careful reader finds', () => {
    const expected = gold.findings.filter(({ rule }) => !NEEDS_SOURCES.has(rule));
    const missed = expected.filter((each) => !judgement.findings.some((found) => isOf(found, each)));
    expect({
      found: 1 - missed.length / expected.length >= LEAST_FOUND,
      missed: missed.length > 1 ? missed : [],
    }).toEqual({ found: true, missed: [] });
  });

  it('finds nothing else', () => {
    const extra = judgement.findings.filter(
      (found) => JUDGED.has(found.rule) && !gold.findings.some((each) => isOf(found, each)) && !isEither(gold, found),
    );
    expect(extra.map(({ rule, line, message }) => ({ rule, line, message }))).toEqual([]);
  });

  it('is quiet where it must be', () => {
    const noisy = gold.mustStayQuiet.filter(
      ({ rule, line }) =>
        !NEEDS_SOURCES.has(rule) &&
        judgement.findings.some((f) => f.rule === rule && (line === null || f.line === line)),
    );
    expect(noisy).toEqual([]);
  });

  it('finds what concerns the article as a whole', () => {
    const wanted = gold.documentFindings.filter(({ rule }) => !NEEDS_SOURCES.has(rule));
    expect(wanted.filter(({ rule }) => !judgement.findings.some((found) => found.rule === rule))).toEqual([]);
  });

  it('gives the standings that leave no choice, where no source would change them', () => {
    expect(wrongStandings(gold, judgement)).toEqual([]);
  });
}

const isOf = (found: Finding, { rule, line }: { rule: string; line: number }): boolean =>
  found.rule === rule && found.line === line;
const isEither = (gold: Gold, found: Finding): boolean =>
  gold.either.some(({ rule, lines }) => rule === found.rule && (lines === 'all' || lines.includes(found.line)));

/** The first line of some length before the first claim that ends in no full stop and is no trail of links. */
function titleOf(gold: Gold, lines: readonly string[]): string {
  const before = lines.slice(0, gold.claims[0]!.line - 1);
  return before.filter((line) => line.length > 20 && !/[.>|]/.test(line)).at(-1) ?? '';
}

function wrongStandings(gold: Gold, judgement: Judgement) {
  const listsSources = gold.claims.some(({ standing }) => standing === 'CITED');
  return gold.claims.flatMap(({ line, standing, cites }, i) => {
    const given = judgement.claims[i]!.standing;
    const depends = listsSources && cites.length > 0;
    return standing && !depends && standing !== given ? [{ line, standing, given }] : [];
  });
}

describe.each(fixtures)('%s', (_, goldPath, textPath) => check(goldPath, textPath));

(existsSync(SHARED) ? describe : describe.skip)('the seed article', () => {
  if (existsSync(SHARED)) check(`${SHARED}/gold.json`, `${SHARED}/article.txt`);
  else it('is not here', () => undefined);
});
