-- The tables behind the views of V002. Wide columns stand first, so that rows carry no padding: kpi_value_row has
-- millions of them.

-- The dictionary of measures, rewritten by the job when it starts.
CREATE TABLE kpi_measure (
    kpi             text PRIMARY KEY,
    priority        text NOT NULL,
    title           text NOT NULL,
    definition      text NOT NULL,
    unit            text NOT NULL,
    direction       text NOT NULL,
    owner           text NOT NULL,
    section         text NOT NULL,
    definition_hash text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('count', 'share', 'rate')),
    minimum_n       int NOT NULL CHECK (minimum_n >= 0),
    restricted      boolean NOT NULL DEFAULT false,
    -- What a source must give for the measure to be published, such as 'days'; null when any source will do.
    needs           text,
    -- What must be said wherever the figure is shown; empty when nothing must.
    caution         text NOT NULL DEFAULT ''
);

-- One row for everything that is constant along a line of values. The id is computed by the job from the other
-- columns, so that a rebuild arrives at the same ids. The window of a series of days is the empty text.
CREATE TABLE kpi_series (
    series_id       bigint PRIMARY KEY,
    force           text NOT NULL,
    kpi             text NOT NULL,
    basis           text NOT NULL,
    "window"        text NOT NULL,
    slice           text NOT NULL,
    definition_hash text NOT NULL,
    horizon_days    int CHECK (horizon_days >= 0),
    restricted      boolean NOT NULL DEFAULT false,
    UNIQUE (force, kpi, basis, "window", slice, definition_hash)
);

-- What was published. A cell of zero of zero has no row. There is no foreign key to kpi_series: it would be checked
-- row by row while a history is loaded, and the job writes the series first, in the same transaction.
CREATE TABLE kpi_value_row (
    series_id   bigint NOT NULL,
    as_at       date NOT NULL,
    numerator   int NOT NULL,
    denominator int,
    generation  smallint NOT NULL,
    PRIMARY KEY (series_id, as_at, generation)
);

-- Rows arrive a snapshot at a time, so the days lie in order on disk: a few pages of index find one snapshot.
CREATE INDEX kpi_value_row_as_at ON kpi_value_row USING brin (as_at) WITH (pages_per_range = 32);

-- A snapshot's marker; it exists if and only if the snapshot's rows do (one transaction).
CREATE TABLE kpi_snapshot (
    published_at timestamptz NOT NULL DEFAULT now(),
    as_at        date NOT NULL,
    daily_from   date,
    row_count    int NOT NULL CHECK (row_count >= 0),
    generation   smallint NOT NULL,
    complete     boolean NOT NULL,
    force        text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('published', 'reconstructed')),
    granularity  text NOT NULL CHECK (granularity IN ('all', 'total_and_theme')),
    digest       text NOT NULL,
    catalogue    text NOT NULL,
    data_through jsonb NOT NULL,
    PRIMARY KEY (generation, force, as_at)
);

-- History as known now, a row a month: the arrays are indexed by the day of the month.
CREATE TABLE kpi_day_month (
    series_id    bigint NOT NULL,
    month        date NOT NULL CHECK (extract(day FROM month) = 1),
    numerators   int[] NOT NULL CHECK (cardinality(numerators) <= 31),
    denominators int[] CHECK (cardinality(denominators) = cardinality(numerators)),
    PRIMARY KEY (series_id, month)
);

-- Events that arrived after the snapshot of their day was published; the key is the place in the log.
CREATE TABLE late_event (
    kafka_offset    bigint NOT NULL,
    changed_at      timestamptz NOT NULL,
    admitted_at     timestamptz NOT NULL,
    kafka_partition int NOT NULL,
    topic           text NOT NULL,
    force           text NOT NULL,
    stream          text NOT NULL,
    event_id        text NOT NULL,
    PRIMARY KEY (topic, kafka_partition, kafka_offset)
);

CREATE TABLE kpi_feed (
    complete_through timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    force            text NOT NULL,
    stream           text NOT NULL,
    PRIMARY KEY (force, stream)
);

CREATE TABLE kpi_generation (
    generation smallint PRIMARY KEY,
    started_at timestamptz NOT NULL,
    reason     text NOT NULL,
    daily_from date,
    -- The fingerprint of the definitions under which it was published: a start with others begins a new one.
    catalogue  text NOT NULL DEFAULT ''
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is insert-only: a changed figure is published as a new generation.', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER published_values_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_value_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER published_snapshots_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
