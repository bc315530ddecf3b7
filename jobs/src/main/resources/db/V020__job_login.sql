-- The job logs in as a member of vaiwg_writer and owns nothing: it adds what is published, and changes only what is known now. What it has
-- no statement for it may not do. The owner alone migrates; the job asks of the history of migrations whether it finds its tables.
REVOKE UPDATE ON kpi_series, late_event, kpi_generation FROM vaiwg_writer;
REVOKE UPDATE, DELETE ON kpi_measure FROM vaiwg_writer;
GRANT SELECT ON flyway_schema_history TO vaiwg_writer;
