import { resolve } from 'node:path';
import { commandOf, readOptions, type Options } from './options.js';

describe('options of the bench', () => {
  it('have defaults', () => {
    expect(readOptions([])).toMatchObject({ claims: 1_000_000, workspaces: 20, peers: true, rounds: 5, write: false });
  });

  it('name checkouts, the first one first', () => {
    const checkouts = [
      { name: 'before', path: resolve('../old') },
      { name: 'here', path: resolve('x/here') },
    ];
    expect(readOptions(['--server', 'before=../old', '--server', 'x/here'])).toMatchObject({ checkouts });
  });

  it('take measurements in their own order', () => {
    expect(readOptions(['--only', 'dashboard,main-query'])).toMatchObject({ only: ['main-query', 'dashboard'] });
  });

  it.each([
    '',
    '--claims 20000 --workspaces 5 --only main-query,dashboard --server before=../old --server after=. --no-peers --growth 10000,20000 --rounds 3 --seconds 1 --write',
    '--only none --growth 10000',
    '--server other=.',
  ])('are told as the command that gives them again: %s', (args) => {
    const told = commandOf(readOptions(args.split(' ').filter(Boolean)) as Options);
    expect(told).toBe(args === '' ? 'npm run bench' : `npm run bench -- ${args}`);
  });

  it.each([
    [['--claims', '12.5'], '--claims 12.5 is no whole number of at least 1000'],
    [['--claims', '1000', '--workspaces', '600'], '--workspaces 600 are too many for 1000 claims'],
    [['--only', 'speed'], '--only speed: there is no such measurement; there are main-query'],
    [['--rounds', '0'], '--rounds 0 is no whole number of at least 1'],
    [['--only', 'none'], '--only none measures nothing without --growth'],
    [['--server', 'a=../x', '--server', '../y/a'], '--server a: two checkouts have that name'],
    [['--fast'], "Unknown option '--fast'"],
  ])('%j are refused', (args, problem) => {
    expect(readOptions(args)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});
