import { HERE, isHere, LOOK_AGAIN } from './workers-away.js';

/**
 * The functions that do something in all workspaces in turn, as they work on a distributed database: `order_events` and
 * `fold_tallies` of the migrations, whose advisory locks they take, workspace by workspace. Of each workspace one statement
 * goes to its shard. Workspaces whose worker is away wait for it.
 */

/** "obelus e" and "obelus t" in ASCII, as 64-bit keys: as in the migrations. */
const [ORDER_LOCK, FOLD_LOCK] = [BigInt('0x6f62656c75732065'), BigInt('0x6f62656c75732074')];
/** PostgreSQL takes 8,000 bytes a notification; a UUID and a comma are 37. */
const IDS_A_NOTIFICATION = 200;

const LENGTHS = `(VALUES (1::smallint, 'hour'), (2::smallint, 'day'), (3::smallint, 'month')) l (length, unit)`;

export const ROUNDS: readonly string[] = [
  // Whoever has the workspace's row of the counter numbers its events; those of other workspaces are none of it.
  `CREATE OR REPLACE FUNCTION order_events(at_most integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      concerned uuid[] := '{}';
      ordered integer := 0;
      waiting record;
      size integer;
      reached bigint;
      here uuid[];
    BEGIN
      IF NOT pg_try_advisory_xact_lock(${ORDER_LOCK}) THEN RETURN NULL; END IF;
      ${LOOK_AGAIN}
      here := reachable_workspaces();
      FOR waiting IN SELECT b.workspace_id, count(*)::integer AS size FROM (
          SELECT workspace_id FROM event WHERE workspace_seq IS NULL AND ${isHere('workspace_id')} LIMIT at_most
        ) b GROUP BY b.workspace_id ORDER BY b.workspace_id
      LOOP
        UPDATE event_counter SET last = last + waiting.size WHERE workspace_id = waiting.workspace_id
          RETURNING last INTO reached;
        IF reached IS NULL THEN
          INSERT INTO event_counter (workspace_id, last) VALUES (waiting.workspace_id, waiting.size)
            RETURNING last INTO reached;
        END IF;
        UPDATE event e SET workspace_seq = reached - waiting.size + p.place FROM (
          SELECT r.workspace_id, r.article_id, r.seq,
            row_number() OVER (PARTITION BY r.workspace_id ORDER BY r.at, r.article_id, r.seq) AS place
          FROM (
            SELECT b.workspace_id, b.article_id, b.seq,
              max(b.at) OVER (PARTITION BY b.workspace_id, b.article_id ORDER BY b.seq) AS at
            FROM (
              SELECT workspace_id, article_id, seq, at FROM event
              WHERE workspace_id = waiting.workspace_id AND workspace_seq IS NULL
              ORDER BY workspace_id, article_id, seq LIMIT waiting.size
            ) b
          ) r
        ) p WHERE e.workspace_id = waiting.workspace_id AND p.workspace_id = waiting.workspace_id
          AND e.article_id = p.article_id AND e.seq = p.seq;
        GET DIAGNOSTICS size = ROW_COUNT;
        IF size <> waiting.size THEN
          RAISE EXCEPTION 'events of workspace % changed while they were put in order', waiting.workspace_id;
        END IF;
        reached := NULL;
        concerned := concerned || waiting.workspace_id;
        ordered := ordered + size;
      END LOOP;
      FOR place IN 1 .. coalesce(array_length(concerned, 1), 0) BY ${IDS_A_NOTIFICATION} LOOP
        PERFORM pg_notify('obelus_events',
          array_to_string(concerned[place : place + ${IDS_A_NOTIFICATION - 1}], ','));
      END LOOP;
      RETURN ordered;
    END
  $$`,

  // Its own function, for what it takes away it must have in hand before it adds it up elsewhere.
  `CREATE OR REPLACE FUNCTION fold_tallies(at_most integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      folded integer := 0;
      waiting record;
      ids uuid[];
      ${HERE}
    BEGIN
      IF NOT pg_try_advisory_xact_lock(${FOLD_LOCK}) THEN RETURN NULL; END IF;
      FOR waiting IN SELECT b.workspace_id, count(*)::integer AS size FROM (
          SELECT workspace_id FROM tally_delta WHERE ${isHere('workspace_id')} LIMIT at_most
        ) b GROUP BY b.workspace_id ORDER BY b.workspace_id
      LOOP
        SELECT array_agg(d.id) INTO ids FROM (
          SELECT id FROM tally_delta WHERE workspace_id = waiting.workspace_id ORDER BY id LIMIT waiting.size
        ) d;
        -- A join would ask all workers. What belongs to no workspace any more goes.
        IF EXISTS (SELECT FROM workspace s WHERE s.id = waiting.workspace_id) THEN
          INSERT INTO workspace_tally AS w (workspace_id, desk, measure, value)
            SELECT t.workspace_id, t.desk, c.key, sum(c.value::bigint) FROM tally_delta t CROSS JOIN jsonb_each_text(t.changes) c
            WHERE t.workspace_id = waiting.workspace_id AND t.id = ANY (ids) GROUP BY 1, 2, 3
            ON CONFLICT (workspace_id, desk, measure) DO UPDATE SET value = w.value + excluded.value;
          INSERT INTO tally_period AS p (workspace_id, length, begins_at, desk, changes, opened, fixed)
            SELECT t.workspace_id, l.length, date_trunc(l.unit, t.hour, 'UTC'), t.desk, sum_measures(jsonb_agg(t.changes)),
              sum(t.opened), sum(t.fixed)
            FROM tally_delta t CROSS JOIN ${LENGTHS}
            WHERE t.workspace_id = waiting.workspace_id AND t.id = ANY (ids) AND t.hour IS NOT NULL GROUP BY 1, 2, 3, 4
            ON CONFLICT (workspace_id, length, begins_at, desk) DO UPDATE SET
              changes = sum_measures('[]' || p.changes || excluded.changes),
              opened = p.opened + excluded.opened, fixed = p.fixed + excluded.fixed;
        END IF;
        DELETE FROM tally_delta WHERE workspace_id = waiting.workspace_id AND id = ANY (ids);
        folded := folded + waiting.size;
      END LOOP;
      RETURN folded;
    END
  $$`,

  `CREATE OR REPLACE FUNCTION workspaces_with_due_breakdowns(at_most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      due uuid;
      ${HERE}
    BEGIN
      FOR due IN SELECT DISTINCT d.workspace_id FROM (
          SELECT workspace_id FROM breakdown_due WHERE ${isHere('workspace_id')} LIMIT at_most
        ) d
      LOOP
        IF EXISTS (SELECT FROM workspace w WHERE w.id = due) THEN
          RETURN NEXT due;
        ELSE
          DELETE FROM breakdown_due b WHERE b.workspace_id = due;
        END IF;
      END LOOP;
    END
  $$`,
];
