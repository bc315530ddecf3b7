-- From one published snapshot to the next that is wanted: what the window of the first is known to hold at the second, less what it held, must
-- be what the revisions of all midnights between them add up to.
CREATE OR REPLACE TABLE revision_difference AS
WITH pair AS (
    SELECT force, as_at AS earlier, lead(as_at) OVER (PARTITION BY force ORDER BY as_at) AS later FROM published
), window_of AS (
    SELECT p.*, h.*, p.earlier - 365 - h.k AS first_day, p.earlier - h.k - 1 AS last_day
    FROM pair p CROSS JOIN followed h
    WHERE p.later IS NOT NULL
), held AS (
    SELECT w.force, w.earlier, w.later, w.kpi, w.slice,
        sum(CASE WHEN c.as_at = w.later THEN c.numerator ELSE -c.numerator END) AS numerator,
        sum(CASE WHEN c.as_at = w.later THEN c.denominator ELSE -c.denominator END) AS denominator
    FROM window_of w
    JOIN contribution c ON c.force = w.force AND c.as_at IN (w.earlier, w.later) AND c.purpose = 'as_at' AND c.kpi = w.kpi
        AND c.basis = w.basis AND c.slice = w.slice AND c.day BETWEEN w.first_day AND w.last_day
    GROUP BY ALL
), told AS (
    SELECT w.force, w.earlier, w.later, w.kpi, w.slice, sum(r.numerator) AS numerator, sum(r.denominator) AS denominator
    FROM window_of w
    JOIN actual_revision r ON r.force = w.force AND r.as_at > w.earlier AND r.as_at <= w.later AND r.kpi = w.kpi AND r.basis = w.basis
        AND r.slice = w.slice AND r.day BETWEEN w.first_day AND w.last_day
    GROUP BY ALL
)
SELECT force, earlier, later, kpi, slice, coalesce(h.numerator, 0) AS expected_numerator, coalesce(h.denominator, 0) AS expected_denominator,
    coalesce(t.numerator, 0) AS numerator, coalesce(t.denominator, 0) AS denominator
FROM held h FULL OUTER JOIN told t USING (force, earlier, later, kpi, slice)
JOIN (SELECT DISTINCT kpi, (SELECT kind FROM measure m WHERE m.kpi = f.kpi) AS kind FROM followed f) USING (kpi)
WHERE coalesce(h.numerator, 0) <> coalesce(t.numerator, 0)
    OR kind <> 'count' AND coalesce(h.denominator, 0) <> coalesce(t.denominator, 0);
