import { resolve } from 'node:path';
import { readOptions } from './options.js';

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
    [['--claims', '12.5'], '--claims 12.5 is no whole number of at least 1000'],
    [['--claims', '1000', '--workspaces', '600'], '--workspaces 600 are too many for 1000 claims'],
    [['--only', 'speed'], '--only speed: there is no such measurement; there are main-query'],
    [['--rounds', '0'], '--rounds 0 is no whole number of at least 1'],
    [['--fast'], "Unknown option '--fast'"],
  ])('%j are refused', (args, problem) => {
    expect(readOptions(args)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});
