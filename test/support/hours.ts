import type { TestDatabase } from './test-database.js';

/** Makes it another hour for the database, for totals over time. @param hour ISO 8601, in UTC: "2031-03-01T10:00Z" */
export async function makeItHour(db: TestDatabase, hour: string): Promise<void> {
  await db.owner(`CREATE OR REPLACE FUNCTION this_hour() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
    SELECT timestamptz '${hour}' $$`);
}
