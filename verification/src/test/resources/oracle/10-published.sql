-- Of a dormant history nothing is published, whatever its panes hold.

DELETE FROM expected_value WHERE (force, as_at) NOT IN (SELECT (force, as_at) FROM published);
DELETE FROM expected_event_day WHERE (force, as_at) NOT IN (SELECT (force, as_at) FROM published);
DELETE FROM expected_estimate WHERE (force, as_at) NOT IN (SELECT (force, as_at) FROM published);

-- From when on all that tells a measure is known of a force; in no row where something never is.
CREATE TABLE told_from AS
WITH needed AS (
    SELECT kpi, count(*) AS streams FROM told_by GROUP BY kpi
), known AS (
    SELECT s.force, t.kpi, max(s.since) AS since, count(*) AS streams FROM told_by t JOIN stream_known s USING (stream) GROUP BY s.force, t.kpi
)
SELECT k.force, k.kpi, k.since FROM known k JOIN needed n USING (kpi) WHERE k.streams = n.streams;

-- Of a measure that a stream tells which the force has not sent nothing is published; revised days are as known now.

DELETE FROM expected_value e
WHERE kpi IN (SELECT kpi FROM told_by)
    AND NOT EXISTS (SELECT 1 FROM told_from t WHERE t.force = e.force AND t.kpi = e.kpi AND t.since <= midnight(e.as_at));
DELETE FROM expected_event_day e
WHERE kpi IN (SELECT kpi FROM told_by)
    AND NOT EXISTS (SELECT 1 FROM told_from t WHERE t.force = e.force AND t.kpi = e.kpi AND t.since <= midnight(e.as_at));
DELETE FROM expected_estimate e
WHERE kpi IN (SELECT kpi FROM told_by)
    AND NOT EXISTS (SELECT 1 FROM told_from t WHERE t.force = e.force AND t.kpi = e.kpi AND t.since <= midnight(e.as_at));
DELETE FROM expected_day e
WHERE kpi IN (SELECT kpi FROM told_by) AND NOT EXISTS (SELECT 1 FROM told_from t WHERE t.force = e.force AND t.kpi = e.kpi);
