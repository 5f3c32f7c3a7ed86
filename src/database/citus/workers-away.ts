import { APP_ROLE } from '../role-names.js';

/** How long what was found of the workers is believed while one is away. */
const BELIEVED = "interval '5 seconds'";
/** What comes in between: many find at the same time that a worker is away. */
const AT_MOST_EACH = "interval '1 second'";

/**
 * Which workers are away, so that what is asked across all workspaces is asked of those whose workers are there. It is looked at
 * when such a statement has failed (`look_at_workers`), and again and again from then on, until all are back: that
 * is done by who puts events in order, several times a second. All of it is kept on the coordinator, in a table that is not distributed.
 */
export const WORKERS_AWAY: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS worker_look (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    -- Groups of nodes, as Citus numbers them.
    away integer[] NOT NULL,
    at timestamptz NOT NULL
  )`,
  `INSERT INTO worker_look (away, at) VALUES ('{}', now()) ON CONFLICT DO NOTHING`,

  `CREATE OR REPLACE FUNCTION look_at_workers() RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE gone integer[];
    BEGIN
      -- One looks; the others go on with what was known.
      PERFORM FROM worker_look WHERE at < clock_timestamp() - ${AT_MOST_EACH} FOR UPDATE SKIP LOCKED;
      IF NOT FOUND THEN RETURN; END IF;
      SELECT coalesce(array_agg(n.groupid ORDER BY n.groupid), '{}') INTO gone FROM run_command_on_workers('SELECT 1') r
        JOIN pg_dist_node n ON n.nodename = r.nodename AND n.nodeport = r.nodeport WHERE NOT r.success;
      UPDATE worker_look SET away = gone, at = clock_timestamp();
    END
  $$`,

  // The workspaces are on every node, also on the coordinator.
  `CREATE OR REPLACE FUNCTION reachable_workspaces() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      gone integer[] := (SELECT l.away FROM worker_look l);
      everyone uuid[];
    BEGIN
      IF gone IS NULL OR gone = '{}' THEN RETURN NULL; END IF;
      SELECT array_agg(w.id) INTO everyone FROM workspace w;
      RETURN ARRAY(SELECT e.id FROM unnest(everyone) e (id) WHERE NOT EXISTS (
        SELECT FROM pg_dist_placement p
        WHERE p.shardid = get_shard_id_for_distribution_column('member', e.id) AND p.groupid = ANY (gone)));
    END
  $$`,

  'REVOKE ALL ON FUNCTION reachable_workspaces(), look_at_workers() FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION look_at_workers() TO ${APP_ROLE}`,
];

/** Within a function: workspaces that are reached; null: all of them. */
export const HERE = 'here uuid[] := reachable_workspaces();';

/** A condition of a statement of such a function, by which Citus leaves away the shards that are away. */
export const isHere = (column: string): string => `(here IS NULL OR ${column} = ANY (here))`;

/** What was found of the workers is old: they are looked at. */
export const LOOK_AGAIN = `IF EXISTS (SELECT FROM worker_look WHERE away <> '{}' AND at < clock_timestamp() - ${BELIEVED}) THEN
        PERFORM look_at_workers();
      END IF;`;
