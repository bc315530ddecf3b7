-- The current crime and outcome of each case as known at the instant of its judgement: of the events admitted by then, the one of the
-- greatest (version, changedAt, event id).

CREATE TABLE current_crime AS
SELECT j.id, c.*
FROM judgement j JOIN crime c USING (force, crime_reference)
WHERE c.admitted_at <= j.instant
QUALIFY row_number() OVER (PARTITION BY j.id ORDER BY c.version DESC, c.changed_at DESC, c.event_id DESC) = 1;

-- An outcome counts only with a type or a group, and a date: else the case is open again.
CREATE TABLE current_outcome AS
WITH newest AS (
    SELECT j.id, o.*
    FROM judgement j JOIN outcome o USING (force, crime_reference)
    WHERE o.admitted_at <= j.instant
    QUALIFY row_number() OVER (PARTITION BY j.id ORDER BY o.version DESC, o.changed_at DESC, o.event_id DESC) = 1
)
SELECT *, london_day(assigned_at) AS assigned_day
FROM newest
WHERE (outcome_type IS NOT NULL OR outcome_group IS NOT NULL) AND assigned_at IS NOT NULL;

-- The facts of a case that do not depend on a horizon, in the words of the catalogue.
CREATE TABLE known_case AS
WITH joined AS (
    SELECT j.id, j.force, j.crime_reference, j.purpose, j.as_at, j.k, j.tried_day, j.instant,
        c.* EXCLUDE (id, force, crime_reference, topic, kafka_partition, kafka_offset, kafka_timestamp, event_id, version, changed_at,
            admitted_at),
        london_day(c.recorded_at) AS recorded_day,
        o.assigned_day, o.outcome_type, o.outcome_group, o.victim_informed_at, o.support_stage, o.support_reason,
        t.theme AS offence_theme, t.kind AS offence_kind,
        coalesce(a.lpa, 'unknown') AS policing_area
    FROM judgement j
    JOIN current_crime c USING (id)
    LEFT JOIN current_outcome o USING (id)
    LEFT JOIN offence_theme t ON t.class = c.offence_code
    LEFT JOIN policing_area a ON a.unit = c.lpa
    WHERE j.purpose <> 'maturity' OR london_day(c.recorded_at) = j.tried_day
), person AS (
    SELECT *,
        -- Only persons have characteristics, an age among them.
        coalesce(victim_kind = 'PERSON', false) AS person_victim,
        CASE WHEN victim_kind = 'PERSON' THEN year(recorded_day) - birth_year END AS years
    FROM joined
)
SELECT *,
    date_resolution = 'MONTH' AS month_only,
    status = 'ACTIVE' AS active,
    status = 'CANCELLED' AS cancelled,
    list_contains(string_split(flags, ','), 'DOMESTIC_ABUSE') AS domestic_abuse,
    offence_theme IS NOT NULL OR list_contains(string_split(flags, ','), 'DOMESTIC_ABUSE') AS in_scope,
    -- The oldest and the youngest possible ages; outside them the year of birth is taken as unknown.
    CASE WHEN years BETWEEN 0 AND 120 THEN years END AS victim_age,
    CASE WHEN NOT person_victim OR sex_status IS DISTINCT FROM 'VALUE' THEN 'unknown'
         WHEN lower(sex_value) IN ('female', 'male') THEN lower(sex_value)
         ELSE 'other' END AS victim_sex,
    coalesce(place_type IN ('STREET', 'TRANSPORT', 'LICENSED_PREMISES', 'OPEN_SPACE'), false) AS public_place,
    -- Of an interval the earliest time counts, so that no offence that may be older gets in.
    coalesce(recorded_day - london_day(coalesce(committed_from, committed_to)) <= 365, false) AS committed_within_a_year,
    coalesce(reported_at <= recorded_at, false) AS reported_before_recorded,
    coalesce(recorded_at - reported_at <= 86400000, false) AS recorded_within_24h,
    suspects > 0 AS suspect_identified,
    police_suspects > 0 AS police_suspect,
    support_stage IS NOT NULL AND support_reason IS NOT NULL AS stage_and_reason
FROM person;

-- The answers on protected characteristics as the record's versions stood when day c + 7 began: of each version number the believed
-- event; the highest version that, with all versions below it, was made before that midnight.
CREATE TABLE answers_at_day_7 AS
WITH believed AS (
    SELECT k.id, k.recorded_day, c.*
    FROM known_case k JOIN crime c USING (force, crime_reference)
    WHERE k.purpose <> 'maturity' AND c.admitted_at <= k.instant
    QUALIFY row_number() OVER (PARTITION BY k.id, c.version ORDER BY c.changed_at DESC, c.event_id DESC) = 1
), made AS (
    SELECT *, max(changed_at) OVER (PARTITION BY id ORDER BY version) AS made_at FROM believed
)
SELECT * FROM made
WHERE made_at < midnight(recorded_day + 7)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY version DESC) = 1;
