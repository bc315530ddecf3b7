-- Violence and sexual offences by force and month of recording, and how many months each took to its last outcome row at the
-- latest: for every horizon of 0 to 12 months, those with an outcome by then, unable to prosecute by then, charged by then.
-- Needs archive-tables.sql.
WITH course AS (
    SELECT
        c.force,
        c.month,
        o.outcome,
        datediff('month', CAST(c.month || '-01' AS DATE), CAST(o.month || '-01' AS DATE)) AS months
    FROM crime_now c
    LEFT JOIN outcome_now o ON o.force = c.force AND o.crime_id = c.crime_id
    WHERE c.crime_type = 'Violence and sexual offences'
)
SELECT
    force,
    month || '-01' AS month,
    horizon,
    count(*) AS crimes,
    count(*) FILTER (WHERE months <= horizon) AS outcome_recorded,
    count(*) FILTER (WHERE months <= horizon AND outcome = 'Unable to prosecute suspect') AS unable_to_prosecute,
    count(*) FILTER (WHERE months <= horizon AND outcome = 'Suspect charged') AS charge_rate
FROM course
CROSS JOIN range(13) AS horizons(horizon)
GROUP BY force, month, horizon
ORDER BY force, month, horizon;
