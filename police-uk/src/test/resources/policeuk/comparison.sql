-- Forces side by side: of crimes of violence and sexual offences recorded in the twelve months that end three months before the
-- newest file, how many had an outcome three months after their month, were unable to prosecute, were charged; and how far each
-- share lies from that of all these forces, in sigmas widened by the variance between forces (DerSimonian and Laird, the extreme
-- tenths drawn in). Needs archive-tables.sql.
WITH
newest AS (SELECT CAST(max(month) || '-01' AS DATE) AS month FROM archive_row),
recorded AS (
    SELECT s.*, CAST(s.month || '-01' AS DATE) AS day
    FROM street s, newest
    WHERE s.crime_id <> ''
      AND CAST(s.month || '-01' AS DATE) BETWEEN newest.month - INTERVAL 14 MONTH AND newest.month - INTERVAL 3 MONTH
    QUALIFY row_number() OVER (PARTITION BY s.force, s.crime_id ORDER BY s.month DESC, s.place DESC) = 1
),
crimes AS (SELECT * FROM recorded WHERE label = 'Violence and sexual offences'),
followed AS (
    SELECT c.force, c.crime_id, arg_max(o.label, (o.month, o.place)) AS outcome
    FROM crimes c
    LEFT JOIN outcomes o
      ON o.force = c.force AND o.crime_id = c.crime_id AND CAST(o.month || '-01' AS DATE) <= c.day + INTERVAL 3 MONTH
     AND CAST(o.month || '-01' AS DATE) >= (SELECT min(day) FROM recorded)
    GROUP BY c.force, c.crime_id
),
counts AS (
    SELECT
        force,
        count(*) AS crimes,
        count(outcome) AS outcome_recorded,
        count(*) FILTER (WHERE outcome = 'Unable to prosecute suspect') AS unable_to_prosecute,
        count(*) FILTER (WHERE outcome IN ('Suspect charged', 'Offender sent to prison', 'Defendant found not guilty')) AS charged
    FROM followed
    GROUP BY force
),
shares AS (UNPIVOT counts ON outcome_recorded, unable_to_prosecute, charged INTO NAME measure VALUE counted),
centred AS (
    SELECT *, sum(counted) OVER (PARTITION BY measure) / sum(crimes) OVER (PARTITION BY measure) AS centre FROM shares
),
scored AS (
    SELECT *, sqrt(centre * (1 - centre) / crimes) AS error, (counted / crimes - centre) / error AS z FROM centred
),
ordered AS (
    SELECT *, list_sort(list(z) OVER (PARTITION BY measure)) AS zs, count(*) OVER (PARTITION BY measure) AS n FROM scored
),
drawn AS (
    SELECT *, least(zs[n - CAST(floor(n / 10) AS INTEGER)], greatest(zs[1 + CAST(floor(n / 10) AS INTEGER)], z)) AS drawn_z
    FROM ordered
),
between_forces AS (
    SELECT
        measure,
        greatest(0, (sum(drawn_z ^ 2) - (count(*) - 1)) / (sum(error ^ -2) - sum(error ^ -4) / sum(error ^ -2))) AS variance
    FROM drawn
    GROUP BY measure
)
SELECT
    force,
    upper(measure) AS measure,
    counted,
    crimes,
    TRY_CAST(round(1000000 * (counted / crimes - centre) / sqrt(error ^ 2 + variance)) AS BIGINT) AS millionths_of_z
FROM scored
JOIN between_forces USING (measure)
ORDER BY measure, force;
