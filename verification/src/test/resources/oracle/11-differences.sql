-- Cells that differ between what is expected and what the pipeline says.

CREATE OR REPLACE TABLE snapshot_difference AS
SELECT coalesce(e.force, a.force) AS force, coalesce(e.as_at, a.as_at) AS as_at, e.history_from AS expected, a.history_from AS actual
FROM published e FULL OUTER JOIN actual_snapshot a ON a.force = e.force AND a.as_at = e.as_at
WHERE e.history_from IS DISTINCT FROM a.history_from;

CREATE OR REPLACE TABLE value_difference AS
SELECT coalesce(e.force, a.force) AS force, coalesce(e.as_at, a.as_at) AS as_at, coalesce(e.kpi, a.kpi) AS kpi,
    coalesce(e.basis, a.basis) AS basis, coalesce(e."window", a."window") AS "window", coalesce(e.slice, a.slice) AS slice,
    e.numerator AS expected_numerator, e.denominator AS expected_denominator,
    a.numerator AS actual_numerator, a.denominator AS actual_denominator
FROM expected_value e
FULL OUTER JOIN actual_value a
    ON a.force = e.force AND a.as_at = e.as_at AND a.kpi = e.kpi AND a.basis = e.basis AND a."window" = e."window" AND a.slice = e.slice
WHERE e.numerator IS DISTINCT FROM a.numerator OR e.denominator IS DISTINCT FROM a.denominator;

CREATE OR REPLACE TABLE day_difference AS
SELECT coalesce(e.force, a.force) AS force, coalesce(e.day, a.day) AS day, coalesce(e.kpi, a.kpi) AS kpi,
    coalesce(e.basis, a.basis) AS basis, coalesce(e.slice, a.slice) AS slice,
    e.numerator AS expected_numerator, e.denominator AS expected_denominator,
    a.numerator AS actual_numerator, a.denominator AS actual_denominator
FROM expected_day e
FULL OUTER JOIN actual_day a
    ON a.force = e.force AND a.day = e.day AND a.kpi = e.kpi AND a.basis = e.basis AND a.slice = e.slice
WHERE e.numerator IS DISTINCT FROM a.numerator OR e.denominator IS DISTINCT FROM a.denominator;

CREATE OR REPLACE TABLE event_day_difference AS
SELECT coalesce(e.force, a.force) AS force, coalesce(e.as_at, a.as_at) AS as_at, coalesce(e.kpi, a.kpi) AS kpi,
    coalesce(e.basis, a.basis) AS basis, coalesce(e.slice, a.slice) AS slice, coalesce(e.day, a.day) AS day,
    concat(e.numerator, '/', e.denominator) AS expected, concat(a.numerator, '/', a.denominator) AS actual
FROM expected_event_day e
FULL OUTER JOIN actual_event_day a
    ON a.force = e.force AND a.as_at = e.as_at AND a.kpi = e.kpi AND a.basis = e.basis AND a.slice = e.slice AND a.day = e.day
WHERE e.numerator IS DISTINCT FROM a.numerator OR e.denominator IS DISTINCT FROM a.denominator;

CREATE OR REPLACE TABLE late_difference AS
SELECT coalesce(e.force, a.force) AS force, coalesce(e.topic, a.topic) AS topic, coalesce(e.kafka_partition, a.kafka_partition) AS kafka_partition,
    coalesce(e.kafka_offset, a.kafka_offset) AS kafka_offset, e.known_at AS expected_admitted_at, a.known_at AS actual_admitted_at
FROM expected_late e
FULL OUTER JOIN actual_late a
    ON a.topic = e.topic AND a.kafka_partition = e.kafka_partition AND a.kafka_offset = e.kafka_offset
WHERE e.known_at IS DISTINCT FROM a.known_at OR e.force IS DISTINCT FROM a.force;

-- Two ways of calculating the same differ in the last digits.
CREATE OR REPLACE TABLE estimate_difference AS
SELECT coalesce(e.force, a.force) AS force, coalesce(e.as_at, a.as_at) AS as_at, coalesce(e.kpi, a.kpi) AS kpi,
    coalesce(e.basis, a.basis) AS basis, coalesce(e."window", a."window") AS "window", coalesce(e.slice, a.slice) AS slice,
    concat_ws(' ', e.value, e.lower, e.upper, e.at_risk, e.data_through) AS expected,
    concat_ws(' ', a.value, a.lower, a.upper, a.at_risk, a.data_through) AS actual
FROM expected_estimate e
FULL OUTER JOIN actual_estimate a
    ON a.force = e.force AND a.as_at = e.as_at AND a.kpi = e.kpi AND a.basis = e.basis AND a."window" = e."window" AND a.slice = e.slice
WHERE e.value IS NULL OR a.value IS NULL OR abs(e.value - a.value) > 1e-9 OR abs(e.lower - a.lower) > 1e-9
    OR abs(e.upper - a.upper) > 1e-9 OR e.at_risk <> a.at_risk OR e.data_through <> a.data_through;
