-- The log as it lies on the topics: raw fields only, nothing derived. Instants are epoch milliseconds.

CREATE TABLE progress (
    topic            VARCHAR,
    kafka_partition  INTEGER,
    kafka_offset     BIGINT,
    kafka_timestamp  BIGINT,
    complete_through BIGINT
);

CREATE TABLE crime_event (
    topic                      VARCHAR,
    kafka_partition            INTEGER,
    kafka_offset               BIGINT,
    kafka_timestamp            BIGINT,
    force                      VARCHAR,
    event_id                   VARCHAR,
    version                    BIGINT,
    changed_at                 BIGINT,
    source                     VARCHAR,
    date_resolution            VARCHAR,
    crime_reference            VARCHAR,
    status                     VARCHAR,
    transferred_in             BOOLEAN,
    committed_from             BIGINT,
    committed_to               BIGINT,
    reported_at                BIGINT,
    recorded_at                BIGINT,
    offence_code               VARCHAR,
    offence_group              VARCHAR,
    flags                      VARCHAR, -- joined by commas
    lpa                        VARCHAR,
    place_type                 VARCHAR,
    victim_kind                VARCHAR, -- null where no victim is recorded
    birth_year                 INTEGER,
    enhanced_rights            BOOLEAN,
    age_status                 VARCHAR, -- the status of a characteristic is null where the record has none
    disability_status          VARCHAR,
    gender_reassignment_status VARCHAR,
    marriage_status            VARCHAR,
    pregnancy_status           VARCHAR,
    ethnicity_status           VARCHAR,
    religion_status            VARCHAR,
    sex_status                 VARCHAR,
    orientation_status         VARCHAR,
    age_value                  VARCHAR,
    disability_value           VARCHAR,
    gender_reassignment_value  VARCHAR,
    marriage_value             VARCHAR,
    pregnancy_value            VARCHAR,
    ethnicity_value            VARCHAR,
    religion_value             VARCHAR,
    sex_value                  VARCHAR,
    orientation_value          VARCHAR,
    suspects                   INTEGER,
    police_suspects            INTEGER,
    n100                       BOOLEAN,
    victim_id                  VARCHAR,
    suspect_ids                VARCHAR, -- one a suspect, joined by commas; empty where there is none
    relationships              VARCHAR, -- likewise
    location_cell              VARCHAR,
    ethnicity_self_defined     BOOLEAN
);

CREATE TABLE outcome_event (
    topic              VARCHAR,
    kafka_partition    INTEGER,
    kafka_offset       BIGINT,
    kafka_timestamp    BIGINT,
    force              VARCHAR,
    event_id           VARCHAR,
    version            BIGINT,
    changed_at         BIGINT,
    date_resolution    VARCHAR,
    crime_reference    VARCHAR,
    outcome_type       VARCHAR,
    outcome_group      VARCHAR,
    assigned_at        BIGINT,
    support_stage      VARCHAR,
    support_reason     VARCHAR,
    victim_informed_at BIGINT,
    early_advice       VARCHAR,
    decided_by         VARCHAR,
    interviewed        BOOLEAN
);

CREATE TABLE stalking_event (
    topic           VARCHAR,
    kafka_partition INTEGER,
    kafka_offset    BIGINT,
    kafka_timestamp BIGINT,
    force           VARCHAR,
    event_id        VARCHAR,
    version         BIGINT,
    changed_at      BIGINT,
    date_resolution VARCHAR,
    perpetrator_id  VARCHAR,
    crime_reference VARCHAR,
    step            VARCHAR,
    happened_at     BIGINT,
    arm             VARCHAR, -- of the programme, null where the step is not of one
    disposal_at     BIGINT,  -- likewise
    route           VARCHAR  -- likewise
);

-- What is asked: snapshots of forces, by the London day that begins at the snapshot's midnight. The greatest of a force is the last
-- one that its log allows.
CREATE TABLE wanted (force VARCHAR, as_at DATE);

-- The reference files, row by row.
CREATE TABLE offence_theme (class VARCHAR, theme VARCHAR, kind VARCHAR);
CREATE TABLE policing_area (unit VARCHAR, lpa VARCHAR);
CREATE TABLE ethnicity_group (code VARCHAR, "group" VARCHAR);
CREATE TABLE bank_holiday (date DATE, name VARCHAR);
CREATE TABLE denominator (force VARCHAR, population VARCHAR, lpa VARCHAR, valid_from DATE, number INTEGER, source VARCHAR);

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
CREATE TABLE actual_late (force VARCHAR, topic VARCHAR, kafka_partition INTEGER, kafka_offset BIGINT, admitted_at BIGINT);

-- Headlines whose revisions are followed, with their horizon in days and the slice that is read; and what the job says of them by day.
CREATE TABLE followed (kpi VARCHAR, basis VARCHAR, k INTEGER, slice VARCHAR);
CREATE TABLE actual_revision (force VARCHAR, as_at DATE, day DATE, kpi VARCHAR, basis VARCHAR, slice VARCHAR, numerator INTEGER, denominator INTEGER);
