-- The counts of an import report, one row a force. Needs archive-tables.sql.
WITH
street_counts AS (
    SELECT
        force,
        count(*) AS street_rows,
        count(*) FILTER (WHERE crime_id = '') AS street_rows_without_id,
        count(DISTINCT nullif(crime_id, '')) AS crimes,
        count(DISTINCT CASE WHEN crime_id <> '' THEN crime_id || month END) AS crime_months
    FROM street
    GROUP BY force
),
outcome_counts AS (
    SELECT force, count(*) AS outcome_rows, count(*) FILTER (WHERE crime_id = '') AS outcome_rows_without_id
    FROM outcomes
    GROUP BY force
),
court_result(label) AS (
    VALUES ('Offender sent to prison'), ('Offender given suspended prison sentence'), ('Offender given community sentence'),
        ('Offender given conditional discharge'), ('Offender given absolute discharge'), ('Offender fined'),
        ('Offender ordered to pay compensation'), ('Offender deprived of property'), ('Offender otherwise dealt with'),
        ('Defendant found not guilty'), ('Defendant sent to Crown Court'), ('Court case unable to proceed'),
        ('Court result unavailable')
),
uncharged_court_results AS (
    SELECT o.force, count(*) AS court_results_without_charge
    FROM outcomes o
    WHERE o.crime_id <> '' AND o.label IN (SELECT label FROM court_result)
      AND NOT EXISTS (
          SELECT 1 FROM outcomes c
          WHERE c.force = o.force AND c.crime_id = o.crime_id AND c.label = 'Suspect charged'
            AND (c.month < o.month OR (c.month = o.month AND c.place < o.place)))
    GROUP BY o.force
),
outcome_by_crime AS (
    SELECT force, crime_id, count(*) AS n
    FROM outcomes
    WHERE crime_id <> ''
    GROUP BY force, crime_id
),
joined AS (
    SELECT
        o.force,
        count(*) FILTER (WHERE c.crime_id IS NULL) AS orphan_crimes,
        coalesce(sum(o.n) FILTER (WHERE c.crime_id IS NULL), 0) AS orphan_outcome_rows
    FROM outcome_by_crime o
    LEFT JOIN crime_now c ON c.force = o.force AND c.crime_id = o.crime_id
    GROUP BY o.force
)
SELECT
    force,
    street_rows,
    street_rows_without_id,
    crimes,
    street_rows - street_rows_without_id - crime_months AS repeated_in_month,
    crime_months - crimes AS repeated_in_other_month,
    coalesce(outcome_rows, 0) AS outcome_rows,
    coalesce(outcome_rows_without_id, 0) AS outcome_rows_without_id,
    coalesce(court_results_without_charge, 0) AS court_results_without_charge,
    coalesce(orphan_crimes, 0) AS orphan_crimes,
    coalesce(orphan_outcome_rows, 0) AS orphan_outcome_rows
FROM street_counts
LEFT JOIN outcome_counts USING (force)
LEFT JOIN joined USING (force)
LEFT JOIN uncharged_court_results USING (force)
ORDER BY force;
