-- Violence and sexual offences by force and month of recording, and for every horizon of 0 to 12 months (null: to date) those that
-- were charged by then. A court's result comes after a charge and leaves it standing, with the month of the charge: the newest row
-- "Suspect charged" above it, or where there is none the court's own month. Needs archive-tables.sql.
WITH course AS (
    SELECT
        c.force, c.month AS recorded,
        CASE
            WHEN o.outcome = 'Suspect charged' THEN o.month
            WHEN o.outcome IN (
                'Offender sent to prison', 'Offender given suspended prison sentence', 'Offender given community sentence',
                'Offender given conditional discharge', 'Offender given absolute discharge', 'Offender fined',
                'Offender ordered to pay compensation', 'Offender deprived of property', 'Offender otherwise dealt with',
                'Defendant found not guilty', 'Defendant sent to Crown Court', 'Court case unable to proceed',
                'Court result unavailable')
            THEN coalesce(
                (SELECT max(x.month) FROM outcomes x
                 WHERE x.force = c.force AND x.crime_id = c.crime_id AND x.label = 'Suspect charged'),
                o.month)
        END AS charged
    FROM crime_now c
    LEFT JOIN outcome_now o ON o.force = c.force AND o.crime_id = c.crime_id
    WHERE c.crime_type = 'Violence and sexual offences'
),
horizon AS (
    SELECT NULL AS months, 'to_date' AS basis
    UNION ALL SELECT k, 'settled_' || k || 'm' FROM range(13) AS horizons(k)
)
SELECT
    force || ',' || basis || ',' || recorded || '-01,'
        || count(*) FILTER (
            WHERE charged IS NOT NULL
              AND coalesce(
                  datediff('month', CAST(recorded || '-01' AS DATE), CAST(charged || '-01' AS DATE)) <= months, true))
        || ',' || count(*) AS line
FROM course
CROSS JOIN horizon
GROUP BY force, recorded, basis
ORDER BY line;
