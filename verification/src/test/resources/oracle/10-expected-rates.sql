-- A stock in the mean of the midnights of some days: what entered counts at each midnight after it. Of a rate, what happened in these days.
INSERT INTO expected_value BY NAME
SELECT p.force, p.as_at, p.kpi, p.basis, d."window", p.slice,
    CASE WHEN m.kind = 'rate' THEN coalesce(sum(p.numerator) FILTER (p.day >= p.as_at - d.length), 0)
         ELSE round(sum(p.numerator * least(d.length, p.as_at - p.day)) / d.length) END::INTEGER AS numerator,
    round(sum(p.denominator * least(d.length, p.as_at - p.day)) / d.length)::INTEGER AS denominator
FROM contribution_seen p
JOIN mean_of_days d USING (kpi)
JOIN measure m USING (kpi)
WHERE p.day < p.as_at
GROUP BY p.force, p.as_at, p.kpi, p.basis, d."window", d.length, p.slice, m.kind
HAVING numerator <> 0 OR denominator <> 0;

-- Rates for a population: cases of a year for the number of people on the day of the snapshot, also where there is no case. Of the figures
-- that are dated by then the newest counts; a row of a policing area has that area's.

CREATE TABLE rate_slice AS
WITH main AS (
    SELECT unnest(['rape', 'other_sexual', 'stalking_harassment', 'domestic_abuse']) AS theme
)
SELECT 'TOTAL' AS family, NULL AS lpa, '' AS slice
UNION ALL
SELECT 'THEME', NULL, 'theme=' || theme FROM main
UNION ALL
SELECT 'THEME_AND_LPA', lpa, 'lpa=' || lpa || ';theme=' || theme FROM main CROSS JOIN (SELECT DISTINCT lpa FROM policing_area)
UNION ALL
SELECT 'THEME_AND_LPA', 'unknown', 'lpa=unknown;theme=' || theme FROM main
UNION ALL
SELECT 'LPA', lpa, 'lpa=' || lpa FROM (SELECT DISTINCT lpa FROM policing_area UNION SELECT 'unknown');

CREATE TABLE rate_value AS
WITH asked AS (
    SELECT w.force, w.as_at, r.kpi, r.population, s.lpa, s.slice
    FROM wanted w CROSS JOIN rate_for r
    JOIN measure_family f USING (kpi)
    JOIN rate_slice s USING (family)
    WHERE EXISTS (SELECT 1 FROM admission a WHERE a.force = w.force AND a.known_at <= midnight(w.as_at))
)
SELECT a.force, a.as_at, a.kpi, 'recorded' AS basis, '365d' AS "window", a.slice, coalesce(e.numerator, 0) AS numerator,
    coalesce((
        SELECT arg_max(d.number, d.valid_from) FROM denominator d
        WHERE d.force = a.force AND d.population = a.population AND d.lpa IS NOT DISTINCT FROM a.lpa AND d.valid_from <= a.as_at), 0) AS denominator
FROM asked a
LEFT JOIN expected_value e ON e.force = a.force AND e.as_at = a.as_at AND e.kpi = a.kpi AND e.slice = a.slice;

DELETE FROM expected_value WHERE kpi IN (SELECT kpi FROM rate_for);
INSERT INTO expected_value BY NAME SELECT * FROM rate_value WHERE numerator <> 0 OR denominator <> 0;
