-- What figures are read beside, and what the force was asked for, planned or given: kept with the publication, as the dictionary and the rebase
-- register are, so that a report of last year's day has last year's. A row is never rewritten; it is closed where it is said otherwise.
CREATE TABLE kpi_benchmark (
    generation smallint NOT NULL REFERENCES kpi_generation,
    edition    smallint NOT NULL CHECK (edition > 0),
    since      date NOT NULL,
    until      date NOT NULL DEFAULT 'infinity' CHECK (since <= until),
    own        boolean NOT NULL,
    kpi        text NOT NULL,
    slice      text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('baseline', 'target', 'comparator')),
    name       text NOT NULL CHECK (name <> ''),
    valid_from date NOT NULL,
    stated     double precision NOT NULL,
    unit       text NOT NULL CHECK (unit IN ('count', 'percent', 'per_100', 'per_10000', 'days', 'hours')),
    first_day  date,
    last_day   date,
    reason     text NOT NULL,
    source     text NOT NULL CHECK (source <> ''),
    quote      text NOT NULL,
    PRIMARY KEY (generation, own, kpi, slice, kind, name, valid_from, edition)
);
CREATE TRIGGER benchmarks_stay BEFORE UPDATE OR DELETE ON kpi_benchmark FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
CREATE TRIGGER benchmarks_are_not_emptied BEFORE TRUNCATE ON kpi_benchmark FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE kpi_commitment (
    generation smallint NOT NULL REFERENCES kpi_generation,
    edition    smallint NOT NULL CHECK (edition > 0),
    since      date NOT NULL,
    until      date NOT NULL DEFAULT 'infinity' CHECK (since <= until),
    id         text NOT NULL CHECK (id <> ''),
    register   text NOT NULL CHECK (register IN ('recommendation', 'step', 'post')),
    place      smallint NOT NULL CHECK (place > 0),
    number     int NOT NULL CHECK (number > 0),
    set_title  text NOT NULL CHECK (set_title <> ''),
    body       text NOT NULL CHECK (body <> ''),
    addressed  text NOT NULL,
    owner      text NOT NULL,
    day        date,
    when_said  text NOT NULL,
    measures   text NOT NULL,
    reason     text NOT NULL CHECK ((reason = '') = (measures <> '')),
    section    text NOT NULL,
    PRIMARY KEY (generation, id, edition)
);
CREATE TRIGGER commitments_stay BEFORE UPDATE OR DELETE ON kpi_commitment FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
CREATE TRIGGER commitments_are_not_emptied BEFORE TRUNCATE ON kpi_commitment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE (until) ON kpi_benchmark, kpi_commitment TO vaiwg_writer;
-- Neither holds a number of people of this force: whoever sees dashboards may see them.
GRANT SELECT ON kpi_benchmark, kpi_commitment TO vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard;

-- A target of the dictionary, which no build has ever set, is the newest comparable one of the benchmarks.
CREATE OR REPLACE VIEW kpi_measure AS
SELECT d.kpi, d.priority, d.title, d.definition, d.unit, d.direction, d.owner, d.section, d.definition_hash, d.kind, d.minimum_n, d.restricted,
       d.needs, d.caution, d.place, d.place_order, d.place_name, d.place_slice, d.row_order, coalesce(d.short_title, d.title) AS short_title,
       d.read_basis, d.read_window, d.read_basis_months, d.read_window_months, d.shown_as_count, coalesce(d.concern, d.kpi) AS concern,
       (SELECT b.stated / CASE b.unit WHEN 'percent' THEN 100 WHEN 'per_100' THEN 100 WHEN 'per_10000' THEN 10000 ELSE 1 END
        FROM kpi_benchmark b
        WHERE b.generation = d.generation AND b.kpi = d.kpi AND b.slice = '' AND b.kind = 'target' AND b.reason = '' AND b.until = 'infinity'
          AND b.valid_from <= current_date
        ORDER BY b.valid_from DESC, b.own DESC
        LIMIT 1) AS target,
       d.about_nobody
FROM kpi_dictionary d
WHERE d.until = 'infinity' AND d.generation = (SELECT max(generation) FROM kpi_dictionary);

ALTER TABLE kpi_dictionary DROP COLUMN target;
