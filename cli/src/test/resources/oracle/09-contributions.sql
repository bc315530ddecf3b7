-- What counts, by force, purpose, measure, basis, slice and day: one row for each case, entry or step. Panes are sums of these.

CREATE TABLE contribution AS
SELECT c.force, c.purpose, c.as_at, c.kpi, c.basis, c.unit, c.k,
    concat_ws(';', CASE WHEN c.characteristic IS NOT NULL THEN 'characteristic=' || c.characteristic END, nullif(s.slice, '')) AS slice,
    c.pane_day AS day,
    CASE WHEN c.part THEN 1 ELSE 0 END AS numerator,
    1 AS denominator
FROM case_in_measure c
JOIN case_slice s USING (id)
JOIN measure_family f ON f.kpi = c.kpi AND f.family = s.family;

-- Open crimes: each enters when it is recorded and leaves with its outcome; among the older ones it enters 90 days after, and leaves
-- with its outcome if that comes later, else at once.
INSERT INTO contribution BY NAME
SELECT c.force, c.purpose, c.as_at, 'open_over_90d' AS kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, s.slice, e.day, e.numerator, e.denominator
FROM known_case c
JOIN case_slice s USING (id)
JOIN measure_family f ON f.kpi = 'open_over_90d' AND f.family = s.family,
LATERAL (VALUES
    (c.recorded_day, 0, 1),
    (c.recorded_day + 90, 1, 0),
    (greatest(c.assigned_day, c.recorded_day), 0, -1),
    (greatest(c.assigned_day, c.recorded_day + 90), -1, 0)
) AS e(day, numerator, denominator)
WHERE c.active AND NOT c.month_only AND c.purpose <> 'maturity'
    AND (c.assigned_day IS NOT NULL OR e.numerator + e.denominator > 0);

-- Outcomes whose crime is not known.
INSERT INTO contribution BY NAME
SELECT j.force, j.purpose, j.as_at, 'orphan_outcomes' AS kpi, 'assigned' AS basis, 'd' AS unit, 0 AS k, '' AS slice,
    o.assigned_day AS day, 1 AS numerator, 1 AS denominator
FROM judgement j JOIN current_outcome o USING (id)
WHERE j.purpose <> 'maturity' AND o.date_resolution = 'DAY' AND j.id NOT IN (SELECT id FROM current_crime);

-- The steps of perpetrators as known: each version number is a step and stands; of copies that differ one is believed.
CREATE TABLE known_step AS
WITH moment AS (
    SELECT force, 'as_at' AS purpose, as_at, midnight(as_at) AS instant FROM wanted
    UNION ALL
    SELECT DISTINCT force, 'end', NULL::DATE, 9223372036854775807 FROM wanted
), believed AS (
    SELECT m.*, s.perpetrator_id, s.version, s.step, s.date_resolution, s.happened_at
    FROM moment m JOIN step s USING (force)
    WHERE s.admitted_at <= m.instant
    QUALIFY row_number() OVER (
        PARTITION BY m.force, m.purpose, m.as_at, s.perpetrator_id, s.version ORDER BY s.changed_at DESC, s.event_id DESC) = 1
)
SELECT *, london_day(happened_at) AS day FROM believed WHERE date_resolution = 'DAY';

-- Applications for stalking protection orders, for each stalking crime recorded with a named suspect.
INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, 'spo_applied_rate' AS kpi, 'recorded' AS basis, 'd' AS unit, 0 AS k, '' AS slice, day,
    1 AS numerator, 0 AS denominator
FROM known_step WHERE step = 'ORDER_APPLIED'
UNION ALL
SELECT force, purpose, as_at, 'spo_applied_rate', 'recorded', 'd', 0, '', recorded_day, 0, 1
FROM known_case
WHERE active AND offence_kind = 'stalking' AND suspect_identified AND NOT month_only AND purpose <> 'maturity';

-- Places on the early awareness programme, from 56 days after the first attended session: completed with six within 56 days of it.
INSERT INTO contribution BY NAME
WITH place AS (
    SELECT force, purpose, as_at, perpetrator_id, list_sort(list(day)) AS attended
    FROM known_step WHERE step = 'SESSION_ATTENDED'
    GROUP BY ALL
)
SELECT force, purpose, as_at, 'easi_completion' AS kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, '' AS slice,
    attended[1] + 56 AS day,
    CASE WHEN attended[6] <= attended[1] + 56 THEN 1 ELSE 0 END AS numerator,
    1 AS denominator
FROM place;
