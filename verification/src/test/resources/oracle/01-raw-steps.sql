-- The streams that follow a case, as they lie on the topics.

CREATE TABLE contact_event (
    topic                VARCHAR,
    kafka_partition      INTEGER,
    kafka_offset         BIGINT,
    kafka_timestamp      BIGINT,
    force                VARCHAR,
    event_id             VARCHAR,
    version              BIGINT,
    changed_at           BIGINT,
    date_resolution      VARCHAR,
    crime_reference      VARCHAR,
    contact_id           VARCHAR,
    kind                 VARCHAR,
    happened_at          BIGINT,
    withdrawn            BOOLEAN,
    acknowledged         VARCHAR, -- the six answers of an audit, null elsewhere
    updates_timely       VARCHAR,
    statement_offered    VARCHAR,
    referred_in_time     VARCHAR,
    code_informed        VARCHAR,
    end_of_journey_told  VARCHAR,
    survey_answered_at   BIGINT,
    satisfied            BOOLEAN,
    demographics_given   BOOLEAN,
    review_decided_at    BIGINT,
    overturned           BOOLEAN,
    free_text_given      BOOLEAN -- null where the producer did not know the field yet
);

CREATE TABLE submission_event (
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
    submission_id      VARCHAR,
    submitted_at       BIGINT,
    withdrawn          BOOLEAN,
    decided_at         BIGINT,
    returned_at        BIGINT,
    action_plan_due_at BIGINT,
    resubmitted_at     BIGINT
);

CREATE TABLE item_event (
    topic           VARCHAR,
    kafka_partition INTEGER,
    kafka_offset    BIGINT,
    kafka_timestamp BIGINT,
    force           VARCHAR,
    event_id        VARCHAR,
    version         BIGINT,
    changed_at      BIGINT,
    date_resolution VARCHAR,
    crime_reference VARCHAR,
    item_id         VARCHAR,
    received_at     BIGINT,
    withdrawn       BOOLEAN,
    examined_at     BIGINT,
    returned_at     BIGINT
);
