-- The dictionary is kept with the publication: what is said of a measure stays with the snapshots that were published while it was said, so
-- that a report of last year has last year's titles and minimum numbers. since and until are as-ats, until not included. A row is never
-- rewritten; it is closed where a newer build says something else, or no longer has the measure.
CREATE TABLE kpi_dictionary (
    generation      smallint NOT NULL REFERENCES kpi_generation,
    edition         smallint NOT NULL,
    since           date NOT NULL,
    until           date NOT NULL DEFAULT 'infinity' CHECK (since <= until),
    kpi             text NOT NULL,
    priority        text NOT NULL,
    title           text NOT NULL,
    definition      text NOT NULL,
    unit            text NOT NULL,
    direction       text NOT NULL,
    owner           text NOT NULL,
    section         text NOT NULL,
    definition_hash text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('count', 'share', 'rate', 'population_rate', 'percentile')),
    minimum_n       int NOT NULL CHECK (minimum_n >= 0),
    restricted      boolean NOT NULL DEFAULT false,
    -- What a source must give for the measure to be published, such as 'days'; null when any source will do.
    needs           text,
    -- What must be said wherever the figure is shown; empty when nothing must.
    caution         text NOT NULL DEFAULT '',
    PRIMARY KEY (generation, kpi, edition)
);

-- Until now there was one dictionary for all publications.
INSERT INTO kpi_dictionary (generation, edition, since, kpi, priority, title, definition, unit, direction, owner, section, definition_hash,
                            kind, minimum_n, restricted, needs, caution)
SELECT g.generation, 1, '-infinity', m.kpi, m.priority, m.title, m.definition, m.unit, m.direction, m.owner, m.section, m.definition_hash,
       m.kind, m.minimum_n, m.restricted, m.needs, m.caution
FROM kpi_generation g
CROSS JOIN kpi_measure m;

CREATE FUNCTION refuse_other_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.until = 'infinity' THEN
        OLD.until := NEW.until;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'The dictionary of a publication is not rewritten: what is said otherwise is a new edition.'
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER dictionaries_stay BEFORE UPDATE OR DELETE ON kpi_dictionary FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
CREATE TRIGGER dictionaries_are_not_emptied BEFORE TRUNCATE ON kpi_dictionary FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The version of the definitions by which the job knows which of two builds is the newer; 0 before there were versions.
ALTER TABLE kpi_generation ADD COLUMN version int NOT NULL DEFAULT 0;

ALTER TABLE kpi_measure RENAME TO kpi_measure_before;

-- What is said of each measure now: by the newest edition of the newest publication.
CREATE VIEW kpi_measure AS
SELECT kpi, priority, title, definition, unit, direction, owner, section, definition_hash, kind, minimum_n, restricted, needs, caution
FROM kpi_dictionary
WHERE until = 'infinity' AND generation = (SELECT max(generation) FROM kpi_dictionary);

-- A measure may have left the dictionary: its published values stay readable. What is restricted now is hidden in what was published before.
CREATE OR REPLACE VIEW kpi_value_every AS
SELECT r.generation,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       s."window",
       s.slice,
       r.as_at,
       r.numerator,
       r.denominator,
       CASE
           WHEN m.kind IN ('count', 'percentile') OR r.denominator IS NULL THEN r.numerator::double precision
           ELSE r.numerator::double precision / nullif(r.denominator, 0)
       END AS value,
       coalesce(r.denominator < m.minimum_n, false) AS small,
       s.definition_hash,
       s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted,
       begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from) AS partial,
       r.series_id,
       m.kind
FROM kpi_value_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary m ON m.generation = r.generation AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
LEFT JOIN kpi_snapshot p ON p.generation = r.generation AND p.force = s.force AND p.as_at = r.as_at
WHERE s.slice <> 'theme=violence_sexual'
   OR r.denominator IS NULL
   OR r.numerator > 0
   OR EXISTS (
       SELECT
       FROM kpi_series known
       JOIN kpi_value_row outcomes ON outcomes.series_id = known.series_id
       WHERE known.force = s.force
         AND known.kpi = 'outcome_recorded'
         AND known.basis = 'to_date'
         AND known."window" = '12m'
         AND known.slice = s.slice
         AND outcomes.as_at = r.as_at
         AND outcomes.generation = r.generation
         AND outcomes.numerator > 0);

CREATE OR REPLACE VIEW kpi_estimate_every AS
SELECT r.generation,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       s."window",
       s.slice,
       r.as_at,
       r.value,
       r.lower,
       r.upper,
       r.at_risk,
       r.data_through,
       coalesce(r.at_risk < m.minimum_n, false) AS small,
       s.definition_hash,
       s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted,
       begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from) AS partial
FROM kpi_estimate_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary m ON m.generation = r.generation AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
LEFT JOIN kpi_snapshot p ON p.generation = r.generation AND p.force = s.force AND p.as_at = r.as_at
WHERE s.slice <> 'theme=violence_sexual' OR r.value > 0;

CREATE OR REPLACE VIEW kpi_signal_every AS
SELECT r.generation, r.force, r.as_at, r.signal_id, r.kpi, m.priority, r.basis, r."window", r.slice, r.rule, r.state, r.change, r.day,
       r.since, r.n, r.observed, r.expected, r.sigma_z, r.false_alarms, r.paragraph,
       r.restricted OR coalesce(m.restricted, false) OR r.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted
FROM kpi_signal_row r
LEFT JOIN kpi_dictionary m ON m.generation = r.generation AND m.kpi = r.kpi AND m.since <= r.as_at AND r.as_at < m.until;

CREATE OR REPLACE VIEW kpi_limit WITH (security_barrier) AS
SELECT r.generation,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       CASE WHEN s."window" IN ('1m', 'all') THEN s."window" ELSE '28d' END AS "window",
       s.slice,
       r.as_at,
       r.first_day,
       CASE
           WHEN s."window" = '1m' THEN (r.first_day + make_interval(months => 1, days => -1))::date
           ELSE r.first_day + 27
       END AS last_day,
       r.numerator,
       r.denominator,
       r.value,
       r.lower,
       r.centre,
       r.upper,
       r.blocks,
       r.trial,
       r.chart,
       r.variation,
       r.rule,
       r.side,
       r.assurance
FROM kpi_limit_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary m ON m.generation = r.generation AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
WHERE NOT (s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted));

CREATE OR REPLACE VIEW kpi_funnel WITH (security_barrier) AS
SELECT r.generation,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       s."window",
       s.slice,
       substring(s.slice FROM 'theme=([^;]+)') AS theme,
       substring(s.slice FROM 'lpa=([^;]+)') AS lpa,
       r.as_at,
       v.numerator,
       v.denominator,
       v.numerator::double precision / v.denominator AS value,
       r.centre,
       r.lower_95,
       r.upper_95,
       r.lower_998,
       r.upper_998,
       CASE
           WHEN v.numerator::double precision / v.denominator > r.upper_998 THEN 'far above'
           WHEN v.numerator::double precision / v.denominator > r.upper_95 THEN 'above'
           WHEN v.numerator::double precision / v.denominator < r.lower_998 THEN 'far below'
           WHEN v.numerator::double precision / v.denominator < r.lower_95 THEN 'below'
           ELSE 'within'
       END AS place
FROM kpi_funnel_row r
JOIN kpi_value_row v USING (series_id, as_at, generation)
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary m ON m.generation = r.generation AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
WHERE NOT (s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted));

CREATE OR REPLACE VIEW kpi_value WITH (security_barrier) AS
SELECT v.generation, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at, v.numerator, v.denominator, v.value, v.small,
       v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through
FROM kpi_value_every v
WHERE NOT v.restricted
UNION ALL
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through
FROM kpi_estimate_every
WHERE NOT restricted;

CREATE OR REPLACE VIEW kpi_value_conduct WITH (security_barrier) AS
SELECT v.generation, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at,
       CASE WHEN NOT few.suppressed THEN v.numerator END AS numerator,
       CASE WHEN NOT few.suppressed THEN v.denominator END AS denominator,
       CASE WHEN NOT few.suppressed THEN v.value END AS value,
       v.small,
       v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' AND NOT few.suppressed THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' AND NOT few.suppressed THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       few.suppressed
FROM kpi_value_every v
CROSS JOIN LATERAL (SELECT of_too_few(v.kind, v.numerator, v.denominator) AS suppressed) few
WHERE v.restricted
UNION ALL
SELECT e.generation, e.force, e.kpi, e.priority, e.basis, e."window", e.slice, e.as_at, NULL::int, NULL::int, e.value, e.small,
       e.definition_hash, e.partial, e.lower, e.upper, e.basis LIKE 'incidence%', e.data_through, false
FROM kpi_estimate_every e
WHERE e.restricted AND e.at_risk >= 5
  -- The difference from like cases tells the share itself: it is shown where that is, of a year that lies within its own two.
  AND (e.kpi NOT LIKE '%\_gap' OR EXISTS (
      SELECT 1
      FROM kpi_value_every v
      WHERE v.generation = e.generation AND v.force = e.force AND v.as_at = e.as_at AND v.kpi = left(e.kpi, -length('_gap'))
        AND v.basis = e.basis AND v."window" = '365d' AND v.slice = e.slice AND NOT of_too_few(v.kind, v.numerator, v.denominator)
  ));

-- Days are those of the current definitions, as ever.
CREATE OR REPLACE VIEW kpi_day_every AS
SELECT s.force,
       s.kpi,
       s.basis,
       s.slice,
       d.day,
       d.numerator,
       d.denominator,
       coalesce(d.day + s.horizon_days < newest.as_at, false) AS mature,
       s.restricted OR m.restricted AS restricted
FROM kpi_day_month dm
JOIN kpi_series s USING (series_id)
JOIN kpi_measure m ON m.kpi = s.kpi AND m.definition_hash = s.definition_hash
LEFT JOIN (SELECT force, max(as_at) AS as_at FROM kpi_snapshot GROUP BY force) newest ON newest.force = s.force
CROSS JOIN LATERAL (
    SELECT dm.month + (u.position - 1)::int AS day, u.numerator, u.denominator
    FROM unnest(dm.numerators, dm.denominators) WITH ORDINALITY AS u(numerator, denominator, position)
    WHERE u.numerator <> 0 OR u.denominator <> 0
) d
WHERE s.slice <> 'theme=violence_sexual'
   OR d.denominator IS NULL
   OR d.numerator > 0
   OR EXISTS (
       SELECT
       FROM kpi_series known
       JOIN kpi_day_month outcomes ON outcomes.series_id = known.series_id
       WHERE known.force = s.force
         AND known.kpi = 'outcome_recorded'
         AND known.basis = 'to_date'
         AND known."window" = ''
         AND known.slice = s.slice
         AND 0 < ANY (outcomes.numerators));

CREATE OR REPLACE VIEW kpi_reading AS
SELECT p.series_id,
       days.series_id AS days_series_id,
       make_interval(months => p.reach_months, days => p.reach_days) AS reach,
       make_interval(
           months => coalesce(substring(p.basis FROM '_(\d+)m$')::int, 0),
           days => coalesce(substring(p.basis FROM '_(\d+)d$')::int, 0)) AS lag
FROM kpi_series p
JOIN kpi_series days USING (force, kpi, basis, slice, definition_hash)
JOIN kpi_measure m USING (kpi)
WHERE days."window" = ''
  AND p."window" ~ '^\d+[dm]$'
  AND p.basis ~ '^(recorded|to_date|assigned|settled_\d+[dm])$'
  AND m.kind NOT IN ('percentile', 'population_rate');

CREATE OR REPLACE VIEW kpi_day_conduct WITH (security_barrier) AS
SELECT d.force, d.kpi, d.basis, d.slice, d.day,
       CASE WHEN NOT few.suppressed THEN d.numerator END AS numerator,
       CASE WHEN NOT few.suppressed THEN d.denominator END AS denominator,
       d.mature,
       few.suppressed
FROM kpi_day_every d
LEFT JOIN kpi_measure m USING (kpi)
CROSS JOIN LATERAL (SELECT of_too_few(m.kind, d.numerator, d.denominator) AS suppressed) few
WHERE d.restricted;

DROP TABLE kpi_measure_before;

GRANT SELECT, INSERT, UPDATE (until) ON kpi_dictionary TO vaiwg_writer;
GRANT UPDATE (version) ON kpi_generation TO vaiwg_writer;
GRANT SELECT ON kpi_measure TO vaiwg_writer;
GRANT SELECT ON kpi_measure, kpi_dictionary TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
