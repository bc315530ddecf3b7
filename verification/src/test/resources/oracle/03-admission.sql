-- When each event is known, decided once by its own partition. The partition's clock at a record is the greatest, over the records
-- before it that are used, of completeThrough and of changedAt less ten minutes. What is stamped more than five minutes after its own
-- Kafka timestamp, or has a type outside the Home Office framework, is not used: it is never known, and moves no clock.

CREATE TABLE arrival AS
WITH record AS (
    SELECT topic, kafka_partition, kafka_offset, kafka_timestamp, NULL AS force, NULL AS event_id,
        complete_through AS stamp, complete_through AS moves_clock_to, false AS outside_framework
    FROM progress_event
    UNION ALL
    SELECT e.topic, e.kafka_partition, e.kafka_offset, e.kafka_timestamp, e.force, e.event_id, e.changed_at, e.changed_at - 600000,
        o.topic IS NOT NULL
    FROM event e LEFT JOIN (
        SELECT topic, kafka_partition, kafka_offset FROM outcome_event
        WHERE trim(outcome_type) NOT IN (
            '', '0', '1', '1A', '2', '2A', '3', '3A', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '18',
            '19', '20', '21', '22')) o
        ON o.topic = e.topic AND o.kafka_partition = e.kafka_partition AND o.kafka_offset = e.kafka_offset
), judged AS (
    SELECT *, stamp <= kafka_timestamp + 300000 AND NOT outside_framework AS used FROM record
)
SELECT *,
    max(CASE WHEN used THEN moves_clock_to END) OVER (
        PARTITION BY topic, kafka_partition ORDER BY kafka_offset ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS clock
FROM judged;

-- An event that the clock has passed is late: it is known a millisecond after the clock.
CREATE TABLE admission AS
SELECT topic, kafka_partition, kafka_offset, force, event_id, stamp AS changed_at,
    clock IS NOT NULL AND stamp <= clock AS late,
    CASE WHEN clock IS NULL OR stamp > clock THEN stamp ELSE clock + 1 END AS known_at
FROM arrival
WHERE force IS NOT NULL AND used;

-- The events of a stream that are used, with when each is known.
CREATE MACRO admitted(stream) AS TABLE
SELECT e.* REPLACE (lower(e.event_id) AS event_id), a.known_at
FROM query_table(stream) e JOIN admission a USING (topic, kafka_partition, kafka_offset);

-- Rule 7: ethnicity "not stated" is no value, whatever status it has; nor is an empty one. Of age the year of birth is one.
CREATE MACRO known_by_value(status, value) AS
    CASE WHEN status = 'VALUE' AND trim(coalesce(value, '')) = '' THEN 'UNKNOWN' ELSE status END;

-- The oldest and the youngest possible ages; outside them an age is taken as unknown.
CREATE MACRO possible_age(years) AS CASE WHEN years BETWEEN 0 AND 120 THEN years END;

-- Where the record does not say how deprived its small area is, the newest row of the area by the day of recording does.
CREATE TABLE crime AS
SELECT e.* REPLACE (
        lower(e.event_id) AS event_id,
        coalesce(
            e.deprived_area,
            (SELECT arg_max(d.decile, d.valid_from) <= 2 FROM deprivation d
             WHERE d.lsoa = trim(e.lsoa) AND d.valid_from <= london_day(e.recorded_at))) AS deprived_area,
        known_by_value(e.victim_age_status, coalesce(e.victim_birth_year::VARCHAR, possible_age(e.victim_age_at_offence)::VARCHAR, e.victim_age_value)) AS victim_age_status,
        known_by_value(e.victim_disability_status, e.victim_disability_value) AS victim_disability_status,
        known_by_value(e.victim_gender_reassignment_status, e.victim_gender_reassignment_value) AS victim_gender_reassignment_status,
        known_by_value(e.victim_marriage_status, e.victim_marriage_value) AS victim_marriage_status,
        known_by_value(e.victim_pregnancy_status, e.victim_pregnancy_value) AS victim_pregnancy_status,
        CASE WHEN e.victim_ethnicity_status = 'VALUE' AND upper(trim(e.victim_ethnicity_value)) = 'NS' THEN 'UNKNOWN'
             ELSE known_by_value(e.victim_ethnicity_status, e.victim_ethnicity_value) END AS victim_ethnicity_status,
        known_by_value(e.victim_religion_status, e.victim_religion_value) AS victim_religion_status,
        known_by_value(e.victim_sex_status, e.victim_sex_value) AS victim_sex_status,
        known_by_value(e.victim_orientation_status, e.victim_orientation_value) AS victim_orientation_status),
    a.known_at
FROM crime_recording_event e JOIN admission a USING (topic, kafka_partition, kafka_offset);

-- Type 0, not yet assigned, is no outcome, and nor is a blank one.
CREATE TABLE outcome AS
SELECT * REPLACE (nullif(nullif(trim(outcome_type), ''), '0') AS outcome_type) FROM admitted('outcome_event');

CREATE TABLE step AS
SELECT * RENAME ("at" AS happened_at) FROM admitted('stalking_event');

-- A contact that names a duty is of that, whatever its kind.
CREATE TABLE contact AS
SELECT * REPLACE (CASE WHEN trim(duty) <> '' THEN 'DUTY' ELSE kind END AS kind, trim(duty) AS duty) RENAME ("at" AS happened_at)
FROM admitted('victim_contact_event');

CREATE TABLE note AS
SELECT force, signal_id, known_at FROM admitted('note_event') WHERE kind = 'NOTE';
