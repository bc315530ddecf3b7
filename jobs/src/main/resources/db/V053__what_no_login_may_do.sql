-- What an owner said stays as it was said: the same number again is a further row, and the views say that it corrects.
ALTER TABLE kpi_note_row DROP CONSTRAINT kpi_note_row_pkey, ADD PRIMARY KEY (force, signal_id, version, event_id);

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is insert-only: what is otherwise is a further row.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_note_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE ON kpi_note_row FROM vaiwg_writer;

CREATE OR REPLACE VIEW kpi_note_every AS
SELECT n.force, n.signal_id, n.version, n.kind, n.cause, n.action, n.post, n.at, n.changed_at, n.known_at, n.event_id,
       CASE WHEN n.signal_id LIKE 'report/our_behaviour/%' THEN true
            WHEN n.signal_id LIKE 'report/%' OR n.signal_id LIKE 'commitment/%' THEN false
            ELSE coalesce(
                (SELECT bool_or(s.restricted) FROM kpi_signal_every s WHERE s.force = n.force AND s.signal_id = n.signal_id), true)
       END AS restricted,
       n.standing, n.login,
       EXISTS (
           SELECT FROM kpi_note_row e
           WHERE e.force = n.force AND e.signal_id = n.signal_id AND e.version = n.version
             AND (e.known_at, e.changed_at, e.event_id) < (n.known_at, n.changed_at, n.event_id)) AS correction
FROM kpi_note_row n;

CREATE OR REPLACE VIEW kpi_note WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, known_at, event_id, standing, login, correction
FROM kpi_note_every WHERE NOT restricted;

CREATE OR REPLACE VIEW kpi_note_conduct WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, known_at, event_id, standing, login, correction
FROM kpi_note_every WHERE restricted;

-- One job at a time publishes here. It holds an advisory lock of its session, which the server gives back with the session. Anybody may take
-- an advisory lock, so its key is drawn anew for each job, and counts only where a member of vaiwg_writer holds it.
CREATE TABLE publication_lock (
    key      bigint NOT NULL,
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);

CREATE FUNCTION new_lock_key() RETURNS bigint LANGUAGE sql VOLATILE AS $$
    SELECT ('x' || left(replace(gen_random_uuid()::text, '-', ''), 16))::bit(64)::bigint
$$;

INSERT INTO publication_lock VALUES (new_lock_key());

CREATE VIEW publication_lock_holder AS
SELECT p.key, a.pid, a.application_name, a.client_addr, a.backend_start
FROM publication_lock p
JOIN pg_locks l ON l.locktype = 'advisory' AND l.objsubid = 1 AND (l.classid::bigint << 32 | l.objid::bigint) = p.key
JOIN pg_stat_activity a USING (pid)
WHERE l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pg_has_role(a.usesysid, 'vaiwg_writer', 'MEMBER');

-- Takes the lock for the session and gives null; where another job holds it, gives the key for which to wait. Who asks at the same time waits
-- at the row, which only a writer may lock.
CREATE FUNCTION take_publication_lock() RETURNS bigint LANGUAGE plpgsql SET search_path = vaiwg, pg_temp AS $$
DECLARE
    drawn bigint := new_lock_key();
    held bigint;
BEGIN
    PERFORM FROM publication_lock FOR UPDATE;
    SELECT key INTO held FROM publication_lock_holder WHERE pid <> pg_backend_pid();
    IF held IS NULL THEN
        PERFORM pg_advisory_lock(drawn);
        UPDATE publication_lock SET key = drawn;
    END IF;
    RETURN held;
END
$$;

REVOKE ALL ON FUNCTION take_publication_lock(), new_lock_key() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_publication_lock(), new_lock_key() TO vaiwg_writer;
GRANT SELECT, UPDATE ON publication_lock TO vaiwg_writer;
GRANT SELECT ON publication_lock_holder TO vaiwg_writer;

-- Of which topics a publication is, as the job names them: figures of another log are never added to it. Null in publications of before.
ALTER TABLE kpi_publication ADD COLUMN topics text;
GRANT UPDATE (topics) ON kpi_publication TO vaiwg_writer;

-- Functions with the rights of their owner, which views need, answer of what their caller's views show and are silent of the rest: a login may
-- call them by themselves. And they find no table but the schema's, whatever temporary one a session has made.
DO $$
DECLARE
    body record;
BEGIN
    FOR body IN
        SELECT proname, pg_get_function_identity_arguments(oid) AS arguments, pg_get_functiondef(oid) AS definition FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace
          AND proname IN ('gives_away', 'enough_is_known', 'is_oldest_of_withheld', 'tells_another_part')
    LOOP
        EXECUTE regexp_replace(
            regexp_replace(body.definition, '\mgives_away\M', 'gives_away_every', 'g'),
            '\m' || body.proname || '\M', body.proname || '_every', 'g');
        EXECUTE format('ALTER FUNCTION %I(%s) SET search_path = vaiwg, pg_temp', body.proname || '_every', body.arguments);
    END LOOP;
END
$$;

-- Whether a figure is not on conduct, as the views say it.
CREATE FUNCTION is_unrestricted(series bigint, midnight date, of_publication smallint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT EXISTS (
        SELECT
        FROM kpi_series s
        LEFT JOIN kpi_dictionary m ON m.publication = of_publication AND m.kpi = s.kpi AND m.since <= midnight AND midnight < m.until
        WHERE s.series_id = series AND NOT s.restricted AND m.restricted IS NOT TRUE
          AND NOT EXISTS (SELECT FROM kpi_measure now WHERE now.kpi = s.kpi AND now.restricted))
$$;

-- Whether a figure is on views for dashboards, withheld or not; the blocks of charts are at whichever midnight they end.
CREATE FUNCTION is_on_dashboards(series bigint, midnight date, of_publication smallint, blocks boolean) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT is_unrestricted(series, midnight, of_publication) AND EXISTS (
        SELECT
        FROM kpi_series s
        LEFT JOIN kpi_snapshot p ON p.publication = of_publication AND p.force = s.force AND p.as_at = midnight
        WHERE s.series_id = series
          AND (blocks OR NOT s.finer
            OR extract(day FROM midnight) = 1 AND NOT begins_before_history(midnight, s.reach_days, s.reach_months, p.history_from)))
$$;

CREATE OR REPLACE FUNCTION gives_away(series bigint, midnight date, publication smallint, blocks boolean) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
    SELECT CASE WHEN is_on_dashboards($1, $2, $3, $4) THEN gives_away_every($1, $2, $3, $4) END
$$;

CREATE OR REPLACE FUNCTION is_oldest_of_withheld(series bigint, midnight date, of_publication smallint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
    SELECT CASE WHEN is_on_dashboards($1, $2, $3, false) THEN is_oldest_of_withheld_every($1, $2, $3) END
$$;

CREATE OR REPLACE FUNCTION tells_another_part(series bigint, midnight date, of_publication smallint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
    SELECT CASE WHEN is_on_dashboards($1, $2, $3, false) THEN tells_another_part_every($1, $2, $3) END
$$;

-- Whether who asks is in a group that sees every midnight, as dashboards are not. In a function with its owner's rights that is not current_user.
CREATE FUNCTION sees_every_midnight() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT login = current_user OR pg_has_role(login, 'vaiwg_reader', 'MEMBER') OR pg_has_role(login, 'vaiwg_conduct', 'MEMBER')
        OR pg_has_role(login, 'vaiwg_explain', 'MEMBER')
    FROM (SELECT coalesce(nullif(current_setting('role'), 'none'), session_user)::name AS login) asks
$$;

CREATE OR REPLACE FUNCTION enough_is_known(series bigint, midnight date, publication smallint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
    SELECT CASE WHEN is_unrestricted($1, $2, $3) AND (sees_every_midnight() OR is_on_dashboards($1, $2, $3, false))
        THEN enough_is_known_every($1, $2, $3) END
$$;

REVOKE ALL ON FUNCTION
    gives_away_every(bigint, date, smallint, boolean), enough_is_known_every(bigint, date, smallint),
    is_oldest_of_withheld_every(bigint, date, smallint), tells_another_part_every(bigint, date, smallint),
    is_on_dashboards(bigint, date, smallint, boolean), is_unrestricted(bigint, date, smallint), sees_every_midnight() FROM PUBLIC;

-- A table of one's own fills the disk on which everything lies. Of another's database PostgreSQL only warns.
DO $$
BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$$;
