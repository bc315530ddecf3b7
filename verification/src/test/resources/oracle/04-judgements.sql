-- As of when each case is judged, and for what:
--   as_at     at a wanted snapshot's midnight
--   end       with all that is in the log, for the revised days
--   maturity  at the midnight that begins day c + k, for the frozen bases; a crime whose recordedAt moved is tried on each of its days

CREATE TABLE judgement AS
WITH subject AS (
    SELECT force, crime_reference FROM crime
    UNION
    SELECT force, crime_reference FROM outcome
), horizon AS (
    SELECT unnest([7, 28, 90, 180, 365, 730]) AS k
), tried AS (
    SELECT force, crime_reference, 'as_at' AS purpose, as_at, NULL::DATE AS tried_day, NULL::INTEGER AS k, midnight(as_at) AS instant
    FROM subject JOIN wanted USING (force)
    UNION ALL
    SELECT force, crime_reference, 'end', NULL, NULL, NULL, 9223372036854775807
    FROM subject
    UNION ALL
    SELECT DISTINCT force, crime_reference, 'maturity', NULL::DATE, london_day(recorded_at), k, midnight(london_day(recorded_at) + k)
    FROM crime CROSS JOIN horizon
)
SELECT row_number() OVER () AS id, * FROM tried;
