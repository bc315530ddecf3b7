-- Two releases of one force's archive, the rows of which are in earlier_row and later_row (as archive-tables.sql makes them): what
-- each row said, and from when until when that was known. A monthly file that the earlier release has speaks from the midnight that
-- ends its month until the later release is published; the later release's file of the same name from then on.
-- Needs the variable "published", a date.
CREATE OR REPLACE TEMP TABLE said AS
WITH earlier_file AS (SELECT DISTINCT force, kind, month FROM earlier_row)
SELECT
    kind, force, crime_id, CAST(month || '-01' AS DATE) AS month, place, label,
    CAST(month || '-01' AS DATE) + INTERVAL 1 MONTH AS known_from,
    CAST(getvariable('published') AS DATE) AS known_until
FROM earlier_row
WHERE crime_id <> ''
UNION ALL
SELECT
    l.kind, l.force, l.crime_id, CAST(l.month || '-01' AS DATE), l.place, l.label,
    CASE
        WHEN f.month IS NULL THEN CAST(l.month || '-01' AS DATE) + INTERVAL 1 MONTH
        ELSE CAST(getvariable('published') AS DATE)
    END,
    DATE '9999-12-31'
FROM later_row l
LEFT JOIN earlier_file f ON f.force = l.force AND f.kind = l.kind AND f.month = l.month
WHERE l.crime_id <> '';

-- The crimes as known at the beginning of each month, with what had come of each.
CREATE OR REPLACE TEMP TABLE known AS
WITH state AS (
    SELECT a.as_at, s.*
    FROM generate_series(
        (SELECT min(known_from) FROM said), CAST(getvariable('published') AS DATE), INTERVAL 1 MONTH) AS a(as_at)
    JOIN said s ON s.known_from <= a.as_at AND a.as_at < s.known_until
    QUALIFY row_number() OVER (
        PARTITION BY a.as_at, s.kind, s.force, s.crime_id ORDER BY s.month DESC, s.place DESC) = 1
)
SELECT
    c.as_at, c.force, c.crime_id, c.month, c.label AS crime_type, o.label AS outcome,
    greatest(0, datediff('month', c.month, o.month)) AS months
FROM state c
LEFT JOIN state o ON o.kind = 'outcomes' AND o.as_at = c.as_at AND o.force = c.force AND o.crime_id = c.crime_id
WHERE c.kind = 'street';
