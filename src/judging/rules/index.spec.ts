import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rulePages } from '../documentation.js';
import { BUILT_IN_RULES } from './index.js';

const RULES = 'src/judging/rules';
const PAGES = 'docs/rules';
const ids = BUILT_IN_RULES.map(({ meta }) => meta.id);

describe('the built-in rules', () => {
  it('each have an id of their own', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are all the rules that stand in the folder', () => {
    const files = readdirSync(RULES).filter((name) => !name.endsWith('.spec.ts') && name !== 'index.ts');
    expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });

  it.each(ids)('%s has a spec', (id) => {
    expect(existsSync(`${RULES}/${id}.spec.ts`)).toBe(true);
  });

  it('have the pages that their metas say, and no other pages stand there', () => {
    const pages = rulePages(BUILT_IN_RULES);
    expect(readdirSync(PAGES).sort()).toEqual([...pages.keys()].sort());
    const stale = [...pages].filter(([name, page]) => readFileSync(`${PAGES}/${name}`, 'utf8') !== page);
    // To mend: npm run build && node scripts/generate-rule-docs.mjs
    expect(stale.map(([name]) => name)).toEqual([]);
  });

  it('that replace another are asked before it, and read the same', () => {
    for (const [i, { meta }] of BUILT_IN_RULES.entries()) {
      if (meta.replaces === undefined) continue;
      const replaced = BUILT_IN_RULES.findIndex((rule) => rule.meta.id === meta.replaces);
      expect(replaced).toBeGreaterThan(i);
      expect(BUILT_IN_RULES[replaced]!.meta.reads).toEqual(meta.reads);
    }
  });

  it('that read the clock say when they are due, and only they', () => {
    const due = BUILT_IN_RULES.filter((rule) => rule.scope === 'claim' && rule.dueAt).map(({ meta }) => meta.id);
    // What undisclosed-value answers changes only when stale-undisclosed does.
    const reading = ids.filter((_, i) => BUILT_IN_RULES[i]!.meta.reads.includes('clock'));
    expect(reading.filter((id) => id !== 'undisclosed-value')).toEqual(due);
  });

  it.each(BUILT_IN_RULES.map((rule) => [rule.meta.id, rule] as const))(
    '%s says all that its page needs',
    (id, { meta }) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(meta.title).toMatch(/^[A-Z].*[^.]$/);
      expect(meta.description).toMatch(/^Fires /);
      expect(meta.remedy).toMatch(/\.$/);
      expect(meta.reads.length).toBeGreaterThan(0);
      expect(meta.examples.fires.length).toBeGreaterThan(0);
      expect(meta.examples.quiet.length).toBeGreaterThan(0);
      for (const threshold of Object.values(meta.thresholds ?? {})) {
        expect(threshold.default).toBeGreaterThanOrEqual(threshold.min);
        expect(threshold.default).toBeLessThanOrEqual(threshold.max);
      }
    },
  );
});
