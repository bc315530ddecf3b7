-- What snapshots published of the headlines, and what became known otherwise since, by cause: the value published at one midnight, and the
-- rows of all midnights after it whose day is in its window, add up to what is known of the same days now. Written in one transaction
-- with the snapshot's marker; never changed.
CREATE TABLE kpi_revision_row (
    series_id   bigint NOT NULL,
    as_at       date NOT NULL,
    day         date NOT NULL CHECK (day < as_at),
    numerator   int NOT NULL,
    denominator int,
    generation  smallint NOT NULL,
    cause       text NOT NULL CHECK (cause IN ('late', 'cancelled', 'reclassified', 'outcome_changed', 'corrected', 'other_record', 'due')),
    PRIMARY KEY (series_id, as_at, day, cause, generation)
);
COMMENT ON TABLE kpi_revision_row IS 'How much days of headlines changed after they were published, by cause; a row for each midnight that knew it.';
COMMENT ON COLUMN kpi_revision_row.as_at IS 'The first midnight that knew it.';
COMMENT ON COLUMN kpi_revision_row.day IS 'The day that changed.';
COMMENT ON COLUMN kpi_revision_row.numerator IS 'What is to be added to what was published.';
COMMENT ON COLUMN kpi_revision_row.denominator IS 'Likewise; null for counts.';
COMMENT ON COLUMN kpi_revision_row.cause IS
    'late: a crime, or that it has an outcome, became known after its day; cancelled: cancelled, transferred or merged, or taken back; reclassified: another offence or mark;'
    ' outcome_changed: another outcome, or of another day; corrected: anything else said otherwise of a crime; other_record: of a step or another subject; due: nothing new, but what counts only once its time is over has begun to count.';

CREATE TRIGGER published_revisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_revision_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A window of a snapshot ends lag before it and begins reach before it.
CREATE VIEW kpi_revision_cause WITH (security_barrier) AS
SELECT r.generation, s.force, s.kpi, s.basis, s."window", s.slice, r.as_at, r.day, r.cause, r.numerator, r.denominator,
       make_interval(months => s.reach_months, days => s.reach_days) AS reach,
       make_interval(
           months => coalesce(substring(s.basis FROM '_(\d+)m$')::int, 0),
           days => coalesce(substring(s.basis FROM '_(\d+)d$')::int, 0)) AS lag
FROM kpi_revision_row r
JOIN kpi_series s USING (series_id)
WHERE NOT (s.restricted OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted));

GRANT SELECT, INSERT ON kpi_revision_row TO vaiwg_writer;
GRANT SELECT ON kpi_revision_cause TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
