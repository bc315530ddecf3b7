-- Group roles without login: an administrator grants them to the people and services that log in. They belong to the
-- whole server, so another database may have made them already.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ' ORDER BY name) INTO missing
    FROM unnest(ARRAY['vaiwg_writer', 'vaiwg_reader', 'vaiwg_conduct', 'vaiwg_explain']) AS name
    WHERE name NOT IN (SELECT rolname FROM pg_roles);

    IF missing IS NULL THEN
        RETURN;
    END IF;
    IF NOT (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        RAISE EXCEPTION 'The roles % are missing and the user % may not create them: ask an administrator to create them as NOLOGIN roles, or to give this user CREATEROLE, and start again.',
            missing, current_user
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    EXECUTE (SELECT string_agg(format('CREATE ROLE %I NOLOGIN', name), '; ')
             FROM unnest(string_to_array(missing, ', ')) AS name);
END
$$;

GRANT USAGE ON SCHEMA vaiwg TO vaiwg_writer, vaiwg_reader, vaiwg_conduct, vaiwg_explain;

-- The job: published values and their markers may be added, never changed.
GRANT SELECT, INSERT ON kpi_value_row, kpi_snapshot TO vaiwg_writer;
GRANT SELECT, INSERT, UPDATE ON kpi_series, kpi_day_month, late_event, kpi_feed, kpi_generation TO vaiwg_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON kpi_measure TO vaiwg_writer;

GRANT SELECT ON kpi_value, kpi_day, kpi_measure, kpi_snapshot, kpi_generation, kpi_feed, late_event
    TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_value_conduct, kpi_day_conduct TO vaiwg_conduct;
