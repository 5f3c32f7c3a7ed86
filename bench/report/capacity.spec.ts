import { capacityOf, type UnitCosts } from './capacity.js';

const costs: UnitCosts = {
  claims: 1_000_000,
  bytesAClaim: 4_000,
  hotBytesAClaim: 3_000,
  page: { server: 3, database: 6 },
  change: { server: 12, database: 24 },
  importedClaim: 2,
};

describe('the capacity', () => {
  it('is worked out from what each thing costs', () => {
    // Of 10 million claims: 50 pages and 1 change a second, processors that are 60 % busy.
    expect(capacityOf(costs, 10_000_000)).toMatchObject({
      diskBytes: 60e9,
      memoryBytes: 3e9,
      pages: 50,
      changes: 1,
      servers: (50 * 3 + 12) / 600,
      primary: 24 / 600,
      databases: (50 * 6 + 24) / 600,
      importHours: 20_000 / 3_600,
    });
  });

  it.each([
    [1e6, 'none: one process, the embedded database'],
    [1e7, 'none: one process, the embedded database'],
    [1e8, '1, 2: one machine, 3 processes'],
    [1e9, '1 to 5: 27 processors for servers, a standby, 6: 1 replica'],
  ])('of %d claims is reached by step %s', (claims, step) => {
    expect(capacityOf(costs, claims).step).toBe(step);
  });

  it('of what no primary holds is divided among workers, at what Citus costs', () => {
    const { step, databases } = capacityOf(costs, 1e10);
    expect(databases).toBeCloseTo((50_000 * 6 * 1.8 + 1_000 * 24 * 4.2) / 600);
    expect(step).toBe('7: Citus, 34 workers; 9 machines for servers');
  });

  it('asks for a machine more where the disk is what is full', () => {
    expect(capacityOf({ ...costs, bytesAClaim: 40_000 }, 1e9).step).toMatch(/^7: Citus, 8 workers/);
  });
});
