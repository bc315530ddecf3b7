-- What left its usual range, and what became of it: the daily alarm and the rules of the block charts.

-- Written in one transaction with the marker of the first snapshot that is kept from as_at on. A signal has one id and a row for each
-- thing said of it; nothing is taken back, a withdrawal is a row of its own.
CREATE TABLE kpi_signal_row (
    observed     double precision NOT NULL,
    expected     double precision NOT NULL,
    sigma_z      double precision NOT NULL CHECK (sigma_z >= 1),
    as_at        date NOT NULL,
    day          date NOT NULL,
    since        date NOT NULL CHECK (since <= day),
    n            int NOT NULL CHECK (n >= 0),
    generation   smallint NOT NULL,
    restricted   boolean NOT NULL,
    force        text NOT NULL,
    signal_id    text NOT NULL,
    kpi          text NOT NULL,
    basis        text NOT NULL,
    "window"     text NOT NULL,
    slice        text NOT NULL,
    rule         text NOT NULL,
    state        text NOT NULL CHECK (state IN ('watch', 'act', 'data_quality')),
    change       text NOT NULL CHECK (change IN ('raised', 'confirmed', 'acknowledged', 'ended', 'withdrawn')),
    false_alarms text NOT NULL,
    paragraph    text NOT NULL,
    PRIMARY KEY (generation, force, as_at, signal_id, change)
);

CREATE TRIGGER published_signals_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_signal_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW kpi_signal_every AS
SELECT r.generation, r.force, r.as_at, r.signal_id, r.kpi, m.priority, r.basis, r."window", r.slice, r.rule, r.state, r.change, r.day,
       r.since, r.n, r.observed, r.expected, r.sigma_z, r.false_alarms, r.paragraph,
       r.restricted OR coalesce(m.restricted, false) AS restricted
FROM kpi_signal_row r
LEFT JOIN kpi_measure m USING (kpi);

CREATE VIEW kpi_signal WITH (security_barrier) AS
SELECT generation, force, as_at, signal_id, kpi, priority, basis, "window", slice, rule, state, change, day, since, n, observed,
       expected, sigma_z, false_alarms, paragraph
FROM kpi_signal_every
WHERE NOT restricted;

CREATE VIEW kpi_signal_conduct WITH (security_barrier) AS
SELECT generation, force, as_at, signal_id, kpi, priority, basis, "window", slice, rule, state, change, day, since, n, observed,
       expected, sigma_z, false_alarms, paragraph
FROM kpi_signal_every
WHERE restricted;

GRANT SELECT, INSERT ON kpi_signal_row TO vaiwg_writer;
GRANT SELECT ON kpi_signal TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_signal_conduct TO vaiwg_conduct;
