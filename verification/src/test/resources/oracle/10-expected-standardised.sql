-- Shares weighed by strata, with score intervals of as many cases as they are worth.

CREATE MACRO score_bound(p, n, side) AS
    CASE WHEN p <= 0 AND side < 0 THEN 0 WHEN p >= 1 AND side > 0 THEN 1
    ELSE (p + 1.959963984540054::DOUBLE ** 2 / (2 * n) + side * 1.959963984540054 * sqrt(p * (1 - p) / n + 1.959963984540054::DOUBLE ** 2 / (4 * n * n)))
        / (1 + 1.959963984540054::DOUBLE ** 2 / n) END;

CREATE TABLE stratum_day AS
SELECT c.force, c.as_at, s.kpi, s.basis, s.k, s."window", s.length, replace(c.slice, 'stratum=', '') AS stratum, c.day,
    c.numerator, c.denominator
FROM contribution c JOIN standardised s USING (kpi, basis)
WHERE c.purpose = 'as_at';

-- The mix of themes of the force's first year, once all its crimes have had their time.
INSERT INTO expected_estimate BY NAME
WITH theme_day AS (
    SELECT d.*, regexp_replace(stratum, '_da$', '') AS theme, h.history_from AS began
    FROM stratum_day d JOIN published h USING (force, as_at)
    WHERE kpi = 'victim_attrition_standardised' AND h.history_from + 364 <= as_at - k - 1
), theme AS (
    SELECT force, as_at, kpi, basis, "window", theme,
        sum(denominator) FILTER (day BETWEEN began AND began + 364) AS weight,
        sum(numerator) FILTER (day BETWEEN as_at - k - length AND as_at - k - 1) AS part,
        sum(denominator) FILTER (day BETWEEN as_at - k - length AND as_at - k - 1) AS whole
    FROM theme_day
    GROUP BY ALL
), share AS (
    SELECT force, as_at, kpi, basis, "window", sum(weight * part / whole) / sum(weight) AS p,
        sum(weight) ** 2 / sum(weight ** 2 / whole) AS n, sum(whole)::INTEGER AS at_risk
    FROM theme
    WHERE weight > 0 AND whole > 0
    GROUP BY ALL
)
SELECT force, as_at, kpi, basis, "window", '' AS slice, at_risk, as_at - 1 AS data_through, p AS value,
    score_bound(p, n, -1) AS lower, score_bound(p, n, 1) AS upper
FROM share;

-- Rule 14: exact strata of theme, marker and quarter, weighed by the crimes with a suspect in the police; empty strata are left out.
INSERT INTO expected_estimate BY NAME
WITH stratum AS (
    SELECT force, as_at, kpi, basis, "window", regexp_replace(stratum, '^(police|others)_', '') AS alike, year(day) AS y, quarter(day) AS q,
        sum(numerator) FILTER (of_police) AS police_part, sum(denominator) FILTER (of_police) AS police,
        sum(numerator) FILTER (NOT of_police) AS part, sum(denominator) FILTER (NOT of_police) AS whole
    FROM (SELECT *, starts_with(stratum, 'police_') AS of_police FROM stratum_day)
    WHERE kpi <> 'victim_attrition_standardised' AND day BETWEEN as_at - k - length AND as_at - k - 1
    GROUP BY ALL
), both_shares AS (
    SELECT force, as_at, kpi, basis, "window", sum(police)::INTEGER AS cohort, sum(police_part) / sum(police) AS own,
        sum(police * part / whole) / sum(police) AS alike, sum(police) ** 2 / sum(police ** 2 / whole) AS n
    FROM stratum
    WHERE police > 0 AND whole > 0
    GROUP BY ALL
)
SELECT force, as_at, kpi, basis, "window", '' AS slice, cohort AS at_risk, as_at - 1 AS data_through, own - alike AS value,
    own - alike - sqrt((own - score_bound(own, cohort, -1)) ** 2 + (score_bound(alike, n, 1) - alike) ** 2) AS lower,
    own - alike + sqrt((score_bound(own, cohort, 1) - own) ** 2 + (alike - score_bound(alike, n, -1)) ** 2) AS upper
FROM both_shares;
