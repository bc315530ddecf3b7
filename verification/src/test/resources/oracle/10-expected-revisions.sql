-- How much the headlines moved: what was published at a snapshot, and what the days of it say at a snapshot 28 or 90 days later.

CREATE TABLE headline AS
SELECT * FROM (VALUES ('victim_attrition', 'settled_90d', 90), ('charge_rate', 'settled_180d', 180),
    ('withdrawal_reason_recorded', 'assigned', 0), ('core_four_known', 'settled_7d', 7), ('recorded_within_24h', 'recorded', 0),
    ('victims_code_all_five', 'recorded', 0)) AS stated(kpi, basis, k);

CREATE TABLE revised AS
SELECT * FROM (VALUES ('revision_28d', 28), ('revision_90d', 90)) AS stated(kpi, days);

INSERT INTO expected_estimate BY NAME
WITH now AS (
    SELECT w.force, w.as_at, r.kpi, r.days, h.kpi AS headline, h.basis, sum(c.numerator) AS part, sum(c.denominator) AS whole
    FROM published w CROSS JOIN revised r CROSS JOIN headline h
    JOIN contribution c ON c.force = w.force AND c.as_at = w.as_at AND c.purpose = 'as_at' AND c.kpi = h.kpi AND c.basis = h.basis
        AND c.slice = '' AND c.day BETWEEN w.as_at - r.days - 365 - h.k AND w.as_at - r.days - h.k - 1
    GROUP BY ALL
)
SELECT n.force, n.as_at, n.kpi, 'stock' AS basis, 'all' AS "window", 'headline=' || n.headline AS slice, n.whole::INTEGER AS at_risk,
    n.as_at - 1 AS data_through, m.moved AS value, m.moved AS lower, m.moved AS upper
FROM now n
JOIN expected_value v ON v.force = n.force AND v.as_at = n.as_at - n.days AND v.kpi = n.headline AND v.basis = n.basis
    AND v."window" = '365d' AND v.slice = '',
LATERAL (SELECT abs(n.part / n.whole - v.numerator / v.denominator) AS moved) AS m
WHERE n.whole > 0 AND v.denominator > 0;

-- What was published on a day at which nobody looked cannot be told here.
CREATE TABLE comparable AS
SELECT w.force, w.as_at, r.kpi
FROM wanted w CROSS JOIN revised r
WHERE EXISTS (SELECT 1 FROM wanted earlier WHERE earlier.force = w.force AND earlier.as_at = w.as_at - r.days);
