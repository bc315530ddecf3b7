-- The published figures of violence and sexual offences that are otherwise as known when the later release is published: as at each
-- month's beginning, over 1, 3 and 12 months, on every basis. Needs release-tables.sql.
WITH reading AS (
    SELECT a.as_at, w.length, b.basis, b.lag, b.horizon
    FROM (SELECT DISTINCT as_at FROM known) a
    CROSS JOIN (VALUES (1), (3), (12)) AS w(length)
    CROSS JOIN (
        SELECT 'to_date' AS basis, 0 AS lag, NULL AS horizon
        UNION ALL SELECT 'settled_' || k || 'm', k, k FROM range(13) AS horizons(k)
    ) b
),
figure AS (
    SELECT
        r.as_at, r.length, r.basis, NOT u.published AS revised, k.force,
        count(*) AS crimes,
        count(*) FILTER (WHERE k.outcome IS NOT NULL AND coalesce(k.months <= r.horizon, true)) AS outcome_recorded,
        count(*) FILTER (WHERE k.outcome = 'Unable to prosecute suspect' AND coalesce(k.months <= r.horizon, true))
            AS unable_to_prosecute,
        count(*) FILTER (WHERE k.outcome = 'Suspect charged' AND coalesce(k.months <= r.horizon, true)) AS charge_rate
    FROM reading r
    CROSS JOIN (VALUES (true), (false)) AS u(published)
    JOIN known k
        ON k.as_at = CASE WHEN u.published THEN r.as_at ELSE CAST(getvariable('published') AS TIMESTAMP) END
        AND k.crime_type = 'Violence and sexual offences'
        AND k.month >= r.as_at - to_months(r.length + r.lag)
        AND k.month < r.as_at - to_months(r.lag)
    GROUP BY ALL
),
pair AS (
    SELECT p.as_at, p.length, p.basis, p.force,
        p.crimes, p.outcome_recorded, p.unable_to_prosecute, p.charge_rate,
        coalesce(n.crimes, 0) AS crimes_now, coalesce(n.outcome_recorded, 0) AS outcome_recorded_now,
        coalesce(n.unable_to_prosecute, 0) AS unable_to_prosecute_now, coalesce(n.charge_rate, 0) AS charge_rate_now
    FROM figure p
    LEFT JOIN figure n
        ON n.as_at = p.as_at AND n.length = p.length AND n.basis = p.basis AND n.force = p.force AND n.revised
    WHERE NOT p.revised
),
line AS (
    SELECT force, 'recorded_offences' AS kpi, 'recorded' AS basis, length, as_at,
        crimes AS published_numerator, NULL AS published_denominator, crimes_now AS numerator_now, NULL AS denominator_now
    FROM pair WHERE basis = 'to_date'
    UNION ALL
    SELECT force, 'outcome_recorded', basis, length, as_at, outcome_recorded, crimes, outcome_recorded_now, crimes_now
    FROM pair
    UNION ALL
    SELECT force, 'unable_to_prosecute', basis, length, as_at, unable_to_prosecute, crimes, unable_to_prosecute_now,
        crimes_now
    FROM pair
    UNION ALL
    SELECT force, 'charge_rate', basis, length, as_at, charge_rate, crimes, charge_rate_now, crimes_now
    FROM pair
)
SELECT
    force || ',' || kpi || ',' || basis || ',' || length || 'm,' || CAST(as_at AS DATE) || ',' || published_numerator || ','
        || coalesce(CAST(published_denominator AS VARCHAR), '') || ',' || numerator_now || ','
        || coalesce(CAST(denominator_now AS VARCHAR), '') AS line
FROM line
WHERE (published_numerator, published_denominator) IS DISTINCT FROM (numerator_now, denominator_now)
ORDER BY line;
