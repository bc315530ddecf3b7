-- What is asked: snapshots of forces, by the London day that begins at the snapshot's midnight. The greatest of a force is the last
-- one that its log allows.
CREATE TABLE wanted (force VARCHAR, as_at DATE);

-- The reference files, row by row.
CREATE TABLE offence_theme (class VARCHAR, theme VARCHAR, kind VARCHAR);
CREATE TABLE policing_area (force VARCHAR, unit VARCHAR, lpa VARCHAR, valid_from DATE, valid_to DATE);
CREATE TABLE ethnicity_group (code VARCHAR, "group" VARCHAR);
CREATE TABLE bank_holiday (date DATE, name VARCHAR);
CREATE TABLE denominator (force VARCHAR, population VARCHAR, lpa VARCHAR, valid_from DATE, number INTEGER, source VARCHAR);
CREATE TABLE deprivation (lsoa VARCHAR, decile INTEGER, valid_from DATE, source VARCHAR);

-- What the pipeline says, to be compared.
CREATE TABLE actual_snapshot (force VARCHAR, as_at DATE, history_from DATE);

CREATE TABLE actual_value (
    force VARCHAR, as_at DATE, kpi VARCHAR, basis VARCHAR, "window" VARCHAR, slice VARCHAR, numerator INTEGER, denominator INTEGER);
CREATE TABLE actual_estimate (
    force VARCHAR, as_at DATE, kpi VARCHAR, basis VARCHAR, "window" VARCHAR, slice VARCHAR,
    value DOUBLE, lower DOUBLE, upper DOUBLE, at_risk INTEGER, data_through DATE);
CREATE TABLE actual_day (force VARCHAR, kpi VARCHAR, basis VARCHAR, slice VARCHAR, day DATE, numerator INTEGER, denominator INTEGER);
-- The days of charted blocks with any case, and of which figures they were asked.
CREATE TABLE actual_event_day (
    force VARCHAR, as_at DATE, kpi VARCHAR, basis VARCHAR, slice VARCHAR, day DATE, numerator INTEGER, denominator INTEGER);
CREATE TABLE charted_figure (kpi VARCHAR, basis VARCHAR, slice VARCHAR);
CREATE TABLE actual_late (force VARCHAR, topic VARCHAR, kafka_partition INTEGER, kafka_offset BIGINT, known_at BIGINT);

-- Headlines whose revisions are followed, with their horizon in days and the slice that is read; and what the job says of them by day.
CREATE TABLE followed (kpi VARCHAR, basis VARCHAR, k INTEGER, slice VARCHAR);
CREATE TABLE actual_revision (force VARCHAR, as_at DATE, day DATE, kpi VARCHAR, basis VARCHAR, slice VARCHAR, numerator INTEGER, denominator INTEGER);
