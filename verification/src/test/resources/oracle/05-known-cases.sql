-- The current crime and outcome of each case as known at the instant of its judgement: of the events admitted by then, the one of the
-- greatest (version, changedAt, event id).

CREATE TABLE current_crime AS
SELECT j.id, c.*
FROM judgement j JOIN crime c USING (force, crime_reference)
WHERE c.known_at <= j.instant
QUALIFY row_number() OVER (PARTITION BY j.id ORDER BY c.version DESC, c.changed_at DESC, c.event_id DESC) = 1;

-- An outcome counts only with a type or a group, and a date: else the case is open again.
CREATE TABLE current_outcome AS
WITH newest AS (
    SELECT j.id, o.*
    FROM judgement j JOIN outcome o USING (force, crime_reference)
    WHERE o.known_at <= j.instant
    QUALIFY row_number() OVER (PARTITION BY j.id ORDER BY o.version DESC, o.changed_at DESC, o.event_id DESC) = 1
)
SELECT *, london_day(assigned_at) AS assigned_day
FROM newest
WHERE (outcome_type IS NOT NULL OR outcome_group IS NOT NULL) AND assigned_at IS NOT NULL;

-- What the versions of a record tell, of each version number the believed event: of which kind it was at first, and when it was first
-- marked as domestic abuse. A version was made when it says, or when a version below it was, whichever is later.
CREATE TABLE record_past AS
WITH believed AS (
    SELECT j.id, c.version, c.changed_at, c.flags, c.offence_code
    FROM judgement j JOIN crime c USING (force, crime_reference)
    WHERE c.known_at <= j.instant
    QUALIFY row_number() OVER (PARTITION BY j.id, c.version ORDER BY c.changed_at DESC, c.event_id DESC) = 1
), made AS (
    SELECT b.id, b.version, max(b.changed_at) OVER (PARTITION BY b.id ORDER BY b.version) AS made_at, t.kind,
        list_contains(string_split(b.flags, ','), 'DOMESTIC_ABUSE') AS marked
    FROM believed b LEFT JOIN offence_theme t ON t.class = b.offence_code
)
SELECT id, first(kind ORDER BY version) AS first_kind, min(made_at) FILTER (WHERE marked) AS first_marked_at
FROM made
GROUP BY id;

-- Rule 4: reopened ones are counted apart. The case had outcome 16, and the next version of the outcome is none.
CREATE TABLE outcome_past AS
WITH believed AS (
    SELECT j.id, o.version, o.outcome_type,
        (o.outcome_type IS NOT NULL OR o.outcome_group IS NOT NULL) AND o.assigned_at IS NOT NULL AS assigned
    FROM judgement j JOIN outcome o USING (force, crime_reference)
    WHERE o.known_at <= j.instant
    QUALIFY row_number() OVER (PARTITION BY j.id, o.version ORDER BY o.changed_at DESC, o.event_id DESC) = 1
), beside AS (
    SELECT id, assigned, coalesce(assigned AND outcome_type = '16', false) AS is_16,
        lag(coalesce(assigned AND outcome_type = '16', false), 1, false) OVER (PARTITION BY id ORDER BY version) AS was_16
    FROM believed
)
SELECT id, bool_or(is_16) AS had_outcome_16, bool_or(was_16 AND NOT assigned) AS reopened_from_16
FROM beside
GROUP BY id;

-- The facts of a case that do not depend on a horizon, in the words of the catalogue.
CREATE TABLE known_case AS
WITH joined AS (
    SELECT j.id, j.force, j.crime_reference, j.purpose, j.as_at, j.k, j.tried_day, j.instant,
        c.* EXCLUDE (id, force, crime_reference, topic, kafka_partition, kafka_offset, kafka_timestamp, event_id, version, changed_at,
            known_at, source),
        london_day(c.recorded_at) AS recorded_day,
        o.* EXCLUDE (id, force, crime_reference, topic, kafka_partition, kafka_offset, kafka_timestamp, event_id, version, changed_at,
            known_at, source, date_resolution),
        p.first_kind, p.first_marked_at, r.had_outcome_16, r.reopened_from_16,
        t.theme AS offence_theme, t.kind AS offence_kind,
        coalesce(a.lpa, 'unknown') AS policing_area
    FROM judgement j
    JOIN current_crime c USING (id)
    LEFT JOIN current_outcome o USING (id)
    LEFT JOIN record_past p USING (id)
    LEFT JOIN outcome_past r USING (id)
    LEFT JOIN offence_theme t ON t.class = c.offence_code
    LEFT JOIN policing_area a ON a.force = c.force AND a.unit = c.lpa
        AND london_day(c.recorded_at) BETWEEN coalesce(a.valid_from, '-infinity'::DATE) AND coalesce(a.valid_to, 'infinity'::DATE)
    WHERE j.purpose <> 'maturity' OR london_day(c.recorded_at) = j.tried_day
), person AS (
    SELECT *,
        -- Only persons have characteristics, an age among them.
        coalesce(victim_kind = 'PERSON', false) AS person_victim,
        -- The age is that at the offence; by the years alone where the record does not give it.
        year(london_day(coalesce(committed_from, committed_to, recorded_at))) AS year_committed,
        possible_age(victim_age_at_offence) AS given_age,
        CASE WHEN victim_kind = 'PERSON' THEN coalesce(given_age, possible_age(year_committed - victim_birth_year)) END AS victim_age,
        -- What is asked of the victim is asked with the record.
        CASE WHEN victim_kind = 'PERSON'
             THEN possible_age(coalesce(year(recorded_day) - victim_birth_year, given_age + year(recorded_day) - year_committed))
        END AS age_when_recorded,
        -- A record without a class, or of N100, is not confirmed as a crime: its marker of domestic abuse brings it into nothing.
        coalesce(trim(offence_code), '') NOT IN ('', 'N100') AS classified,
        classified AND list_contains(string_split(flags, ','), 'DOMESTIC_ABUSE') AS domestic_abuse
    FROM joined
)
SELECT *,
    date_resolution = 'MONTH' AS month_only,
    status = 'ACTIVE' AS active,
    -- A crime of another force's area is transferred, whether a force says so by the status or by the ground C1 of a cancellation.
    status = 'TRANSFERRED' OR (status = 'CANCELLED' AND coalesce(trim(status_reason), '') = 'C1') AS transferred_out,
    status = 'CANCELLED' AND NOT transferred_out AS cancelled,
    offence_theme IS NOT NULL OR domestic_abuse AS in_scope,
    CASE WHEN NOT person_victim OR victim_sex_status IS DISTINCT FROM 'VALUE' THEN 'unknown'
         WHEN lower(victim_sex_value) IN ('female', 'male') THEN lower(victim_sex_value)
         ELSE 'other' END AS victim_sex,
    coalesce(place_type IN ('STREET', 'TRANSPORT', 'LICENSED_PREMISES', 'OPEN_SPACE'), false) AS public_place,
    -- Of an interval the earliest time counts, so that no offence that may be older gets in.
    coalesce(recorded_day - london_day(coalesce(committed_from, committed_to)) <= 365, false) AS committed_within_a_year,
    coalesce(reported_at <= recorded_at, false) AS reported_before_recorded,
    coalesce(recorded_at - reported_at <= 86400000, false) AS recorded_within_24h,
    suspects > 0 AS suspect_identified,
    list_contains(string_split(suspects_police_employee, ','), 'true') AS police_suspect,
    support_ended_stage IS NOT NULL AS stage_recorded,
    support_ended_reason IS NOT NULL AS reason_recorded,
    coalesce(place_type = 'EDUCATION', false) AS education_place,
    -- Rule 9: an interval of more than four hours, or exactly 00:00:00 with no end, is an unknown time; night is from 20:00 to before
    -- 06:00, by the earliest time.
    committed_from IS NOT NULL AND CASE WHEN committed_to IS NULL THEN london_clock(committed_from) <> TIME '00:00:00'
        ELSE committed_to - committed_from BETWEEN 0 AND 4 * 3600000 END AS start_known,
    london_clock(committed_from) >= TIME '20:00:00' OR london_clock(committed_from) < TIME '06:00:00' AS began_at_night,
    -- Rule 1: what runs backwards is in neither; under 24 hours is less than.
    coalesce(reported_at - committed_to >= 0, false) AS ended_before_reported,
    coalesce(reported_at - committed_to < 24 * 3600000, false) AS reported_within_24h,
    -- Rule 5.
    coalesce(first_marked_at - recorded_at > 24 * 3600000, false) AS marked_late,
    list_contains(string_split(flags, ','), 'HATE_GENDER') AS gender_hate,
    list_has_any(string_split(suspects_relationship, ','), ['EX_INTIMATE', 'INTIMATE', 'FAMILY']) AS partner_or_family,
    -- Placeholders are no ids.
    coalesce(victim_kind = 'PERSON' AND lower(trim(victim_person_id)) NOT IN ('', 'unknown'), false) AS victim_linked,
    suspects > 0 AND NOT list_has_any(list_transform(string_split(suspects_person_id, ','), s -> lower(trim(s))), ['', 'unknown']) AS suspects_linked,
    coalesce(trim(early_advice) <> '', false) AS early_advice_recorded
FROM person;

-- The record's versions as they stood when day c + k began, for what is answered or entered by then: of each version number the
-- believed event; the highest version that, with all versions below it, was made before that midnight.
CREATE TABLE record_at_day AS
WITH believed AS (
    SELECT k.id, k.recorded_day, c.*
    FROM known_case k JOIN crime c USING (force, crime_reference)
    WHERE k.purpose <> 'maturity' AND c.known_at <= k.instant
    QUALIFY row_number() OVER (PARTITION BY k.id, c.version ORDER BY c.changed_at DESC, c.event_id DESC) = 1
), made AS (
    SELECT *, max(changed_at) OVER (PARTITION BY id ORDER BY version) AS made_at FROM believed
)
SELECT *
FROM made CROSS JOIN (VALUES (7), (28)) AS horizon(at_day)
WHERE made_at < midnight(recorded_day + at_day)
QUALIFY row_number() OVER (PARTITION BY id, at_day ORDER BY version DESC) = 1;
