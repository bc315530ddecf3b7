-- Violence and sexual offences by force and month of recording: crimes, those with an outcome, those that the last outcome row
-- calls unable to prosecute, those that it calls charged. Needs archive-tables.sql.
SELECT
    c.force,
    c.month,
    count(*) AS crimes,
    count(o.crime_id) AS with_outcome,
    count(*) FILTER (WHERE o.outcome = 'Unable to prosecute suspect') AS unable_to_prosecute,
    count(*) FILTER (WHERE o.outcome = 'Suspect charged') AS charged
FROM crime_now c
LEFT JOIN outcome_now o ON o.force = c.force AND o.crime_id = c.crime_id
WHERE c.crime_type = 'Violence and sexual offences'
GROUP BY c.force, c.month
ORDER BY c.force, c.month;
