-- Shares that are estimated: the Aalen-Johansen estimate from the events of a window at every age before a horizon. The pipeline
-- keeps moving sums; here every case is laid out day by day (month by month) at each snapshot.

-- All that changed a case by then, and how the case had left as it was known at each of these stamps.
CREATE TABLE case_stamp AS
SELECT DISTINCT j.id, j.force, j.crime_reference, s.known_at AS stamp
FROM judgement j
JOIN (SELECT force, crime_reference, known_at FROM crime UNION SELECT force, crime_reference, known_at FROM outcome) s
    USING (force, crime_reference)
WHERE j.purpose = 'as_at' AND s.known_at <= j.instant;

CREATE TABLE departure AS
WITH believed AS (
    SELECT s.id, s.stamp, c.version, c.status, c.changed_at
    FROM case_stamp s JOIN crime c USING (force, crime_reference)
    WHERE c.known_at <= s.stamp
    QUALIFY row_number() OVER (PARTITION BY s.id, s.stamp, c.version ORDER BY c.changed_at DESC, c.event_id DESC) = 1
), made AS (
    SELECT *, max(changed_at) OVER (PARTITION BY id, stamp ORDER BY version) AS made_at,
        max(version) FILTER (status = 'ACTIVE') OVER (PARTITION BY id, stamp) AS last_standing
    FROM believed
), crime_then AS (
    -- A removed crime was removed by the first of the versions after the last that stands.
    SELECT id, stamp, arg_max(status, version) AS status,
        london_day(min(made_at) FILTER (version > coalesce(last_standing, -1))) AS removed_day
    FROM made
    GROUP BY id, stamp
), newest_outcome AS (
    SELECT s.id, s.stamp, o.outcome_type, o.outcome_group, o.assigned_at
    FROM case_stamp s JOIN outcome o USING (force, crime_reference)
    WHERE o.known_at <= s.stamp
    QUALIFY row_number() OVER (PARTITION BY s.id, s.stamp ORDER BY o.version DESC, o.changed_at DESC, o.event_id DESC) = 1
), outcome_then AS (
    SELECT *, london_day(assigned_at) AS assigned_day
    FROM newest_outcome
    WHERE (outcome_type IS NOT NULL OR outcome_group IS NOT NULL) AND assigned_at IS NOT NULL
)
SELECT s.id, s.stamp,
    CASE WHEN c.status = 'ACTIVE' THEN o.assigned_day
         WHEN o.assigned_day < c.removed_day THEN o.assigned_day
         ELSE c.removed_day END AS day,
    CASE WHEN c.status <> 'ACTIVE' THEN 'removed'
         WHEN o.assigned_day IS NULL THEN NULL
         WHEN o.outcome_type IN ('14', '16') THEN o.outcome_type
         WHEN o.outcome_type IN ('1', '1A') OR o.outcome_group = 'charged' THEN 'charged'
         WHEN o.outcome_group = 'unable-to-prosecute' THEN 'unable'
         ELSE 'other' END AS cause
FROM case_stamp s
LEFT JOIN crime_then c USING (id, stamp)
LEFT JOIN outcome_then o USING (id, stamp);

-- An exit is known since the stamp after the last at which it was known otherwise; stamped at a midnight, since the day before.
CREATE TABLE known_exit AS
WITH final AS (
    SELECT id, arg_max(struct_pack(day := day, cause := cause), stamp) AS departure FROM departure GROUP BY id
), since AS (
    SELECT d.id, f.departure,
        max(d.stamp) FILTER (d.day IS DISTINCT FROM f.departure.day OR d.cause IS DISTINCT FROM f.departure.cause) AS otherwise,
        list(d.stamp) AS stamps
    FROM departure d JOIN final f USING (id)
    GROUP BY d.id, f.departure
), first_stamp AS (
    SELECT id, departure.day AS day, departure.cause AS cause,
        list_min(list_filter(stamps, stamp -> stamp > coalesce(otherwise, -1))) AS stamp
    FROM since
)
SELECT id, day, cause, CASE WHEN stamp = midnight(london_day(stamp)) THEN london_day(stamp) - 1 ELSE london_day(stamp) END AS known_day
FROM first_stamp
WHERE cause IS NOT NULL;

-- Days and months as whole numbers.
CREATE TABLE life AS
SELECT k.id, k.force, k.as_at, u.*
FROM known_case k LEFT JOIN known_exit e USING (id),
LATERAL (SELECT
    CASE WHEN k.month_only THEN 'm' ELSE 'd' END AS unit,
    CASE WHEN k.month_only THEN month_index(k.recorded_day) ELSE k.recorded_day - DATE '1970-01-01' END AS recorded,
    CASE WHEN k.month_only THEN month_index(greatest(e.day, k.recorded_day))
         ELSE greatest(e.day, k.recorded_day) - DATE '1970-01-01' END AS left_on,
    CASE WHEN k.month_only THEN month_index(e.known_day) ELSE e.known_day - DATE '1970-01-01' END AS known,
    CASE WHEN k.month_only THEN month_index(k.as_at) - 1 ELSE k.as_at - 1 - DATE '1970-01-01' END AS today,
    e.cause) AS u
WHERE k.purpose = 'as_at';

-- greatest() passes over nulls, and an open case has not left.
UPDATE life SET left_on = NULL WHERE cause IS NULL;

CREATE TABLE estimated_slice AS
SELECT id, slice FROM case_slice WHERE family IN ('TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'ARCHIVE_THEME');

-- By when 95 of 100 exits were known, of those of a year; all events until so long ago are in the window.
CREATE TABLE event_window AS
WITH delayed AS (
    SELECT force, as_at, unit, greatest(0, known - left_on) AS delay
    FROM life
    WHERE cause <> 'removed' AND id IN (SELECT id FROM estimated_slice)
        AND greatest(known, left_on) BETWEEN today - CASE unit WHEN 'd' THEN 364 ELSE 11 END AND today
), late AS (
    SELECT force, as_at, unit, list_sort(list(delay))[CAST(ceil(95 * count(*) / 100.0) AS INTEGER)] AS lag
    FROM delayed GROUP BY ALL
)
SELECT l.force, l.as_at, l.unit, w."window", w.length, l.today - coalesce(late.lag, 0) AS through
FROM (SELECT DISTINCT force, as_at, unit, today FROM life) l
LEFT JOIN late USING (force, as_at, unit)
JOIN (VALUES ('d', '28d', 28), ('d', '90d', 90), ('m', '3m', 3), ('m', '12m', 12)) AS w(unit, "window", length) USING (unit)
WHERE l.unit = 'd' OR day(l.as_at) = 1;

CREATE TABLE risk AS
SELECT w.force, w.as_at, w.unit, w."window", w.through, s.slice, seen.age,
    count(*) AS at_risk,
    count(*) FILTER (leaves) AS gone,
    count(*) FILTER (leaves AND l.cause = '16') AS gone_16,
    count(*) FILTER (leaves AND l.cause = 'unable') AS gone_unable,
    count(*) FILTER (leaves AND l.cause = 'removed') AS gone_removed
FROM event_window w
JOIN life l USING (force, as_at, unit)
JOIN estimated_slice s USING (id),
LATERAL (SELECT unnest(generate_series(greatest(l.recorded, w.through - w.length + 1), least(w.through, coalesce(l.left_on, w.through))))
    - l.recorded AS age) AS seen,
LATERAL (SELECT coalesce(l.recorded + seen.age = l.left_on, false) AS leaves) AS gone
WHERE seen.age < 366
GROUP BY ALL;

-- What each measure asks, before which age.
CREATE TABLE estimated AS
SELECT 'victim_attrition' AS kpi, 'd' AS unit, 'incidence_' || k || 'd' AS basis, k AS ages FROM (SELECT unnest([28, 90, 180, 365]) AS k)
UNION ALL
SELECT 'unable_to_prosecute', 'm', 'incidence_' || k || 'm', k + 1 FROM (SELECT unnest([0, 3, 6, 12]) AS k);

CREATE TABLE rate AS
WITH asked AS (
    SELECT r.*, e.kpi, e.basis, e.ages,
        CASE e.kpi WHEN 'victim_attrition' THEN gone_16 ELSE gone_unable END AS gone_so,
        row_number() OVER (PARTITION BY force, as_at, "window", slice, basis ORDER BY age) - 1 AS place,
        coalesce(product(1 - gone::DOUBLE / at_risk) OVER (
            PARTITION BY force, as_at, "window", slice, basis ORDER BY age ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 1) AS open
    FROM risk r JOIN estimated e USING (unit)
    WHERE r.age < e.ages
), kept AS (
    -- Ages are looked at until one that nobody is seen at; an age that no case would reach does not matter.
    SELECT * FROM asked WHERE age = place AND open > 0
)
SELECT *, open * gone_so / at_risk AS leaves_so, open * gone_removed / at_risk AS leaves_removed,
    sum(open * gone_so / at_risk) OVER beyond AS later_so,
    sum(open * gone_removed / at_risk) OVER beyond AS later_removed
FROM kept
WINDOW beyond AS (PARTITION BY force, as_at, "window", slice, basis ORDER BY age ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING);

CREATE TABLE expected_estimate AS
WITH together AS (
    SELECT force, as_at, kpi, basis, "window", slice, any_value(unit) AS unit, any_value(through) AS through, any_value(ages) AS ages,
        count(*) AS seen, bool_or(gone = at_risk) AS all_gone,
        sum(gone_so) AS so, sum(gone - gone_so - gone_removed) AS otherwise,
        sum(leaves_so) AS f, sum(leaves_removed) AS r,
        sum(CASE WHEN gone < at_risk THEN later_so * later_so * gone / (at_risk * (at_risk - gone)) ELSE 0 END
            + open * open * gone_so * (at_risk - gone_so) / (at_risk::DOUBLE ** 3)
            - 2 * coalesce(later_so, 0) * open * gone_so / (at_risk * at_risk)) AS var_f,
        sum(CASE WHEN gone < at_risk THEN later_removed * later_removed * gone / (at_risk * (at_risk - gone)) ELSE 0 END
            + open * open * gone_removed * (at_risk - gone_removed) / (at_risk::DOUBLE ** 3)
            - 2 * coalesce(later_removed, 0) * open * gone_removed / (at_risk * at_risk)) AS var_r,
        sum(CASE WHEN gone < at_risk THEN later_so * later_removed * gone / (at_risk * (at_risk - gone)) ELSE 0 END
            - open * open * gone_so * gone_removed / (at_risk::DOUBLE ** 3)
            - open * (coalesce(later_so, 0) * gone_removed + coalesce(later_removed, 0) * gone_so) / (at_risk * at_risk)) AS cov
    FROM (SELECT * REPLACE (coalesce(later_so, 0) AS later_so, coalesce(later_removed, 0) AS later_removed) FROM rate)
    GROUP BY force, as_at, kpi, basis, "window", slice
), most AS (
    SELECT r.force, r.as_at, e.basis, r."window", r.slice, max(r.at_risk) AS at_risk
    FROM risk r JOIN estimated e USING (unit)
    WHERE r.age < e.ages
    GROUP BY ALL
), figure AS (
    SELECT t.*, m.at_risk, f / (1 - r) AS share,
        sqrt(greatest(0, var_f / (1 - r) ** 2 + 2 * cov * f / (1 - r) ** 3 + var_r * f * f / (1 - r) ** 4)) AS spread
    FROM together t JOIN most m USING (force, as_at, basis, "window", slice)
    WHERE (seen = ages OR all_gone) AND NOT (all_gone AND so = 0 AND otherwise = 0)
)
SELECT force, as_at, kpi, basis, "window", slice, at_risk::INTEGER AS at_risk,
    CASE unit WHEN 'd' THEN DATE '1970-01-01' + through::INTEGER
        ELSE (make_date((through + 1) // 12, (through + 1) % 12 + 1, 1) - 1)::DATE END AS data_through,
    CASE WHEN so = 0 THEN 0 WHEN all_gone AND otherwise = 0 THEN 1 ELSE share END AS value,
    CASE WHEN so = 0 THEN 0
        WHEN all_gone AND otherwise = 0 THEN at_risk / (at_risk + 1.959963984540054::DOUBLE ** 2)
        ELSE 1 - (1 - share) ** exp(-1.959963984540054 * spread / ((1 - share) * abs(ln(1 - share)))) END AS lower,
    CASE WHEN so = 0 THEN 1.959963984540054::DOUBLE ** 2 / (at_risk + 1.959963984540054::DOUBLE ** 2)
        WHEN all_gone AND otherwise = 0 THEN 1
        ELSE 1 - (1 - share) ** exp(1.959963984540054 * spread / ((1 - share) * abs(ln(1 - share)))) END AS upper
FROM figure;
