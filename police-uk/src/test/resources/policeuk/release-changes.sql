-- What the later release changes of the crimes that were known before it, by month, type and cause. Needs release-tables.sql.
WITH before AS (
    SELECT *
    FROM said
    WHERE kind = 'street' AND known_from <= getvariable('published')
      AND (known_until = CAST(getvariable('published') AS DATE) OR known_from = month + INTERVAL 1 MONTH)
      AND NOT (known_from = CAST(getvariable('published') AS DATE) AND month + INTERVAL 1 MONTH < known_from)
    QUALIFY row_number() OVER (PARTITION BY force, crime_id ORDER BY month DESC, place DESC) = 1
),
after AS (SELECT * FROM known WHERE as_at = CAST(getvariable('published') AS DATE)),
pair AS (
    SELECT
        coalesce(b.force, a.force) AS force, b.month AS month_before, b.label AS type_before,
        a.month AS month_after, a.crime_type AS type_after,
        CASE
            WHEN b.crime_id IS NULL THEN 'newly_recorded'
            WHEN a.crime_id IS NULL THEN 'not_in_release'
            WHEN a.month <> b.month THEN 'moved_month'
            WHEN a.crime_type <> b.label THEN 'reclassified'
        END AS cause
    FROM before b
    FULL JOIN after a ON a.force = b.force AND a.crime_id = b.crime_id
)
SELECT force || ',' || CAST(month AS DATE) || ',' || type || ',' || cause || ',' || sum(came) || ',' || sum(went) AS line
FROM (
    SELECT force, month_after AS month, type_after AS type, cause, 1 AS came, 0 AS went
    FROM pair WHERE cause IS NOT NULL AND month_after IS NOT NULL
    UNION ALL
    SELECT force, month_before, type_before, cause, 0, 1
    FROM pair WHERE cause IS NOT NULL AND month_before IS NOT NULL
)
GROUP BY force, month, type, cause
ORDER BY line;
