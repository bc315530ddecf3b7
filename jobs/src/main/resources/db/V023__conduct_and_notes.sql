-- How far the conduct stream has come says when a matter changed: readers do not see it.
ALTER TABLE kpi_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY written_by_the_job ON kpi_feed TO vaiwg_writer USING (true) WITH CHECK (true);
CREATE POLICY read_without_conduct ON kpi_feed FOR SELECT TO vaiwg_reader, vaiwg_conduct, vaiwg_explain USING (stream <> 'conduct');

-- A note on a signal that is not known may be on a restricted one, its id mistyped: it is restricted until the signal is known.
CREATE OR REPLACE VIEW kpi_note_every AS
SELECT n.force, n.signal_id, n.version, n.kind, n.cause, n.action, n.post, n.at, n.changed_at, n.admitted_at, n.event_id,
       coalesce((SELECT bool_or(s.restricted) FROM kpi_signal_every s WHERE s.force = n.force AND s.signal_id = n.signal_id), true)
           AS restricted
FROM kpi_note_row n;

-- By which post, and when, a signal was acknowledged: the first note or acknowledgement that was known at the midnight at which it counts.
CREATE VIEW kpi_acknowledgement WITH (security_barrier) AS
SELECT DISTINCT ON (s.generation, s.force, s.signal_id, s.as_at)
       s.generation, s.force, s.signal_id, s.as_at, s.kpi, n.post, n.kind, n.at, n.admitted_at
FROM kpi_signal s
JOIN kpi_note n USING (force, signal_id)
WHERE s.change = 'acknowledged' AND n.admitted_at < s.as_at::timestamp AT TIME ZONE 'Europe/London'
ORDER BY s.generation, s.force, s.signal_id, s.as_at, n.admitted_at, n.version;

GRANT SELECT ON kpi_acknowledgement TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
