import type { OwnerConnection } from '../owner-connection.js';

/** The shard of another table that holds the same workspaces as a given one, by its name on the worker. */
export const SHARD_BESIDE = `CREATE OR REPLACE FUNCTION shard_beside(relation regclass, shard bigint) RETURNS text
    LANGUAGE sql STABLE AS $$
    SELECT r.relname || '_' || b.shardid FROM pg_dist_shard s
    JOIN pg_dist_shard b ON b.logicalrelid = relation AND b.shardminvalue = s.shardminvalue
    JOIN pg_class r ON r.oid = relation WHERE s.shardid = shard
  $$`;

/** First line of a function that was made to work on shards. */
const MARK = '-- works on shards';

/** Tables that triggers read or write beside the one that they are on. */
const BESIDE = ['past_row', 'article', 'claim'];

/**
 * Lets the triggers that keep what is past work on shards. A trigger of a distributed table runs on the worker, in the
 * statement that changes the shard; what it keeps belongs to the shard of `past_row` with the same workspaces, and is
 * written there by that shard's name. Citus would find the shard too, but plans each such statement anew as a distributed one,
 * and knows no transition tables.
 *
 * Functions that do so already are left alone; those that a migration has made anew are changed again.
 *
 * @throws Error when a function is not one INSERT, as those that this knows
 */
export async function adaptTriggers(owner: OwnerConnection): Promise<void> {
  const functions = await owner.query<{ name: string; body: string }>(
    `SELECT DISTINCT p.proname AS name, p.prosrc AS body FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE NOT t.tgisinternal AND p.pronamespace = 'public'::regnamespace AND p.proname <> 'forget_events'
     ORDER BY 1`,
  );
  for (const { name, body } of functions) {
    if (body.includes(MARK)) continue;
    await owner.query(`CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$${onShards(name, body)}$body$`);
  }
}

/** The body of a trigger's function that names shards in place of tables. */
export function onShards(name: string, body: string): string {
  const statement = /^\s*BEGIN\s+(INSERT INTO past_row [^;]*);\s*RETURN NULL;\s*END\s*$/.exec(body)?.[1];
  if (statement === undefined) throw new Error(`the trigger function ${name} cannot be made to work on shards`);
  const perRow = /\bOLD\./.test(statement);
  const used = BESIDE.filter((table) => tableIn(table).test(statement));
  const text = used
    .reduce(
      (sql, table) => sql.replace(tableIn(table), `$1 %${used.indexOf(table) + 1}$I`),
      statement.replaceAll('%', '%%'),
    )
    .replace(/\bOLD\./g, '($1).')
    .replaceAll("'", "''");
  const shards = used.map((table) => `shard_beside('${table}', shard)`).join(', ');
  return `
  ${MARK}
  DECLARE shard bigint := substring(TG_TABLE_NAME FROM '_([0-9]+)$');
  BEGIN
    EXECUTE format('${text}', ${shards})${perRow ? ' USING OLD' : ''};
    RETURN NULL;
  END
`;
}

const tableIn = (table: string): RegExp => new RegExp(`\\b(INTO|FROM|JOIN) ${table}\\b`, 'g');

/**
 * Events of an article go with it; those of no article, with the workspace, which is on every node: each takes away what is
 * in its own shards.
 */
export const FORGET_EVENTS = `CREATE OR REPLACE FUNCTION forget_events() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      mine uuid := coalesce((to_jsonb(OLD) ->> 'workspace_id')::uuid, OLD.id);
      place text := 'event_' || get_shard_id_for_distribution_column('event', mine);
    BEGIN
      IF to_regclass(place) IS NOT NULL THEN
        EXECUTE format('DELETE FROM %I WHERE workspace_id = $1 AND article_id = $2', place) USING mine, OLD.id;
      END IF;
      RETURN NULL;
    END
  $$`;
