-- What must have been published. Nothing is published before the first midnight at which an event is known; by months only at the
-- first of a month. A row of zero and zero is not there; a count has no denominator.

-- What each snapshot sees: what was known at it, and what is frozen, whenever it was.
CREATE VIEW contribution_seen AS
SELECT w.force, w.as_at, p.* EXCLUDE (force, as_at) FROM wanted w JOIN contribution p ON p.force = w.force AND p.as_at = w.as_at
UNION ALL
SELECT w.force, w.as_at, p.* EXCLUDE (force, as_at) FROM wanted w JOIN contribution p ON p.force = w.force AND p.purpose = 'maturity';

CREATE VIEW contribution_in_window AS
SELECT p.*, b."window"
FROM contribution_seen p
JOIN basis_window b USING (kpi, basis, unit)
WHERE CASE
        -- A stock is the running sum of the days before the snapshot.
        WHEN b."window" = 'all' THEN p.day < p.as_at
        -- Months that are over on the day before the snapshot's lag: the last one, and those of its financial year.
        WHEN b.unit = 'd' AND b."window" = '1m' THEN month_index(p.day) = month_index(p.as_at - b.k) - 1
        WHEN b."window" = 'fytd' THEN day(p.as_at) = 1 AND p.day < first_of_month(p.as_at - b.k)
            AND month_index(p.day) >= 12 * ((month_index(p.as_at - b.k) - 4) // 12) + 3
        WHEN b.unit = 'd' THEN p.day BETWEEN p.as_at - b.length - b.k AND p.as_at - b.k - 1
        ELSE day(p.as_at) = 1
            AND month_index(p.day) BETWEEN month_index(p.as_at) - b.length - b.k AND month_index(p.as_at) - b.k - 1 END;

CREATE TABLE expected_value AS
SELECT p.force, p.as_at, p.kpi, p.basis, p."window", p.slice,
    sum(p.numerator)::INTEGER AS numerator,
    CASE WHEN m.kind <> 'count' THEN sum(p.denominator)::INTEGER END AS denominator
FROM contribution_in_window p
JOIN measure m USING (kpi)
GROUP BY p.force, p.as_at, p.kpi, p.basis, p."window", p.slice, m.kind
HAVING sum(p.numerator) <> 0 OR (m.kind <> 'count' AND sum(p.denominator) <> 0);

-- The single days of blocks, as known with the snapshot, of the figures that are asked of them.
CREATE TABLE expected_event_day AS
SELECT p.force, p.as_at, p.kpi, p.basis, p.slice, p.day,
    sum(p.numerator)::INTEGER AS numerator,
    CASE WHEN m.kind <> 'count' THEN sum(p.denominator)::INTEGER END AS denominator
FROM charted_figure f
JOIN measure m USING (kpi)
JOIN contribution_seen p ON p.kpi = f.kpi AND p.basis = f.basis AND p.slice = f.slice
JOIN (SELECT DISTINCT kpi, basis, unit, k FROM basis_window) b ON b.kpi = p.kpi AND b.basis = p.basis AND b.unit = p.unit
WHERE p.day BETWEEN p.as_at - 28 - b.k AND p.as_at - b.k - 1
GROUP BY p.force, p.as_at, p.kpi, p.basis, p.slice, p.day, m.kind
HAVING sum(p.numerator) <> 0 OR (m.kind <> 'count' AND sum(p.denominator) <> 0);

-- The days as known with the whole log; decisions count once they are due, and so as at the last snapshot.
CREATE TABLE expected_day AS
WITH last AS (
    SELECT force, max(as_at) AS last_day FROM wanted GROUP BY force
)
SELECT p.force, p.kpi, p.basis, p.slice, p.day,
    sum(p.numerator)::INTEGER AS numerator,
    CASE WHEN m.kind <> 'count' THEN sum(p.denominator)::INTEGER END AS denominator
FROM contribution p
JOIN last USING (force)
JOIN measure m USING (kpi)
WHERE CASE WHEN p.kpi = 'decision_told' THEN p.as_at = last.last_day ELSE p.purpose IN ('end', 'maturity') END
GROUP BY p.force, p.kpi, p.basis, p.slice, p.day, m.kind
HAVING sum(p.numerator) <> 0 OR (m.kind <> 'count' AND sum(p.denominator) <> 0);

CREATE TABLE expected_late AS
SELECT topic, kafka_partition, kafka_offset, force, event_id, changed_at, known_at FROM admission WHERE late;
