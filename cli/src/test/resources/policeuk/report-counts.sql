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
outcome_by_month AS (
    SELECT force, crime_id, month, count(*) AS n
    FROM outcomes
    WHERE crime_id <> ''
    GROUP BY force, crime_id, month
),
outcome_by_crime AS (
    SELECT force, crime_id, sum(n) AS n, max(n) AS most_in_month, min(month) AS first_month
    FROM outcome_by_month
    GROUP BY force, crime_id
),
joined AS (
    SELECT
        o.force,
        count(c.crime_id) AS crimes_with_outcome,
        count(c.crime_id) FILTER (WHERE o.n > 1) AS crimes_with_several_outcomes,
        count(c.crime_id) FILTER (WHERE o.most_in_month > 1) AS crimes_with_several_outcomes_in_month,
        count(*) FILTER (WHERE o.first_month < c.month) AS crimes_with_outcome_before_month,
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
    coalesce(crimes_with_outcome, 0) AS crimes_with_outcome,
    coalesce(crimes_with_several_outcomes, 0) AS crimes_with_several_outcomes,
    coalesce(crimes_with_several_outcomes_in_month, 0) AS crimes_with_several_outcomes_in_month,
    coalesce(crimes_with_outcome_before_month, 0) AS crimes_with_outcome_before_month,
    coalesce(orphan_crimes, 0) AS orphan_crimes,
    coalesce(orphan_outcome_rows, 0) AS orphan_outcome_rows
FROM street_counts
LEFT JOIN outcome_counts USING (force)
LEFT JOIN joined USING (force)
ORDER BY force;
