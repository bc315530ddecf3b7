-- The streams with subjects of their own, as they lie on the topics.

CREATE TABLE order_event (
    topic           VARCHAR,
    kafka_partition INTEGER,
    kafka_offset    BIGINT,
    kafka_timestamp BIGINT,
    force           VARCHAR,
    event_id        VARCHAR,
    version         BIGINT,
    changed_at      BIGINT,
    date_resolution VARCHAR,
    order_id        VARCHAR,
    kind            VARCHAR,
    withdrawn       BOOLEAN,
    notice_at       BIGINT,
    heard_at        BIGINT,
    granted_at      BIGINT,
    ends_at         BIGINT
);

CREATE TABLE safeguarding_event (
    topic           VARCHAR,
    kafka_partition INTEGER,
    kafka_offset    BIGINT,
    kafka_timestamp BIGINT,
    force           VARCHAR,
    event_id        VARCHAR,
    version         BIGINT,
    changed_at      BIGINT,
    date_resolution VARCHAR,
    case_id         VARCHAR,
    kind            VARCHAR,
    withdrawn       BOOLEAN,
    high_risk       BOOLEAN,
    referred_at     BIGINT,
    heard_at        BIGINT,
    is_repeat       BOOLEAN -- null where the producer did not know the field yet
);

CREATE TABLE conduct_event (
    topic                  VARCHAR,
    kafka_partition        INTEGER,
    kafka_offset           BIGINT,
    kafka_timestamp        BIGINT,
    force                  VARCHAR,
    event_id               VARCHAR,
    version                BIGINT,
    changed_at             BIGINT,
    date_resolution        VARCHAR,
    case_id                VARCHAR,
    kind                   VARCHAR,
    withdrawn              BOOLEAN,
    flagged                BOOLEAN,
    use_of_force_only      BOOLEAN,
    suspect_of_crime       BOOLEAN,
    proven                 BOOLEAN,
    recorded_at            BIGINT,
    restriction_decided_at BIGINT,
    finalised_at           BIGINT,
    person_id              VARCHAR
);

CREATE TABLE note_event (
    topic           VARCHAR,
    kafka_partition INTEGER,
    kafka_offset    BIGINT,
    kafka_timestamp BIGINT,
    force           VARCHAR,
    event_id        VARCHAR,
    version         BIGINT,
    changed_at      BIGINT,
    signal_id       VARCHAR,
    kind            VARCHAR
);
