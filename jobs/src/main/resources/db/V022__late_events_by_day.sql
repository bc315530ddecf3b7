-- How much came late, for everybody: by stream, force and day, and without conduct, of which even the number says when a matter changed.
-- Single late events are for those who explain figures by them.
CREATE VIEW late_event_day WITH (security_barrier) AS
SELECT force,
       stream,
       (admitted_at AT TIME ZONE 'Europe/London')::date AS day,
       count(*)::int AS events,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM admitted_at - changed_at)) AS median_seconds
FROM late_event
WHERE stream <> 'conduct'
GROUP BY force, stream, (admitted_at AT TIME ZONE 'Europe/London')::date;

REVOKE SELECT ON late_event FROM vaiwg_reader, vaiwg_conduct;
GRANT SELECT ON late_event_day TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
