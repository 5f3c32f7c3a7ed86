import { NO_ROBOTS_FOR_MS, ROBOTS_FOR_MS, ROBOTS_KEPT } from './limits.js';
import { RobotsKeeper, type RobotsAnswer } from './robots-keeper.js';

const { signal } = new AbortController();
const CLOSED: RobotsAnswer = { status: 200, text: 'User-agent: *\nDisallow: /' };
const OPEN: RobotsAnswer = { status: 404, text: null };
const FAULT: RobotsAnswer = { status: 503, text: null };

let now: number;
let asked: string[];
let answers: (RobotsAnswer | Error)[];
let keeper: RobotsKeeper;
beforeEach(() => {
  [now, asked, answers] = [0, [], []];
  keeper = new RobotsKeeper(
    (url) => {
      asked.push(url.href);
      const answer = answers.shift() ?? OPEN;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    () => now,
  );
});
const check = (url: string): Promise<void> => keeper.check(new URL(url), signal);

describe('what is kept of robots.txt', () => {
  it('is that of an origin: scheme, name and port', async () => {
    await check('https://a.example/b/c?d');
    await check('https://a.example/e');
    await check('http://a.example/e');
    await check('https://a.example:8443/e');
    expect(asked).toEqual(
      ['https://a.example', 'http://a.example', 'https://a.example:8443'].map((o) => `${o}/robots.txt`),
    );
  });

  it.each([
    ['an answer', CLOSED, ROBOTS_FOR_MS],
    ['a fault', FAULT, NO_ROBOTS_FOR_MS],
  ])('%s holds for its time', async (_, answer, ms) => {
    answers = [answer, OPEN];
    await expect(check('https://a.example/')).rejects.toMatchObject({ code: 'REFUSED_BY_ROBOTS' });
    now = ms - 1;
    await expect(check('https://a.example/')).rejects.toMatchObject({ code: 'REFUSED_BY_ROBOTS' });
    now = ms;
    await check('https://a.example/');
    expect(asked).toHaveLength(2);
  });

  it('is nothing when it could not be asked for', async () => {
    answers = [new Error('unreachable')];
    await expect(check('https://a.example/')).rejects.toThrow('unreachable');
    await check('https://a.example/');
    expect(asked).toHaveLength(2);
  });

  it('is bounded: the oldest goes', async () => {
    for (let i = 0; i <= ROBOTS_KEPT; i++) await check(`https://a${i}.example/`);
    asked.length = 0;
    await check(`https://a${ROBOTS_KEPT}.example/`);
    await check('https://a1.example/');
    expect(asked).toEqual([]);
    await check('https://a0.example/');
    expect(asked).toEqual(['https://a0.example/robots.txt']);
  });
});
