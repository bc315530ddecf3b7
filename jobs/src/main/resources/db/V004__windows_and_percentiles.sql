-- The day of the oldest event that the job had of the force: a window that begins before it holds less than it says.
ALTER TABLE kpi_snapshot ADD COLUMN history_from date;

-- How far a value reaches back from its as-at: its window and its horizon. A stock has neither, and reaches nowhere.
ALTER TABLE kpi_series ADD COLUMN reach_days int NOT NULL GENERATED ALWAYS AS (
    coalesce(substring("window" FROM '^([0-9]+)d$')::int, 0) + coalesce(substring(basis FROM '_([0-9]+)d$')::int, 0)) STORED;
ALTER TABLE kpi_series ADD COLUMN reach_months int NOT NULL GENERATED ALWAYS AS (
    coalesce(substring("window" FROM '^([0-9]+)m$')::int, 0) + coalesce(substring(basis FROM '_([0-9]+)m$')::int, 0)) STORED;

-- Of a source that knows months only, the first month is whole.
CREATE FUNCTION begins_before_history(as_at date, reach_days int, reach_months int, history_from date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(CASE
        WHEN reach_months > 0 THEN as_at - make_interval(months => reach_months) < date_trunc('month', history_from)
        ELSE as_at - reach_days < history_from AND reach_days > 0
    END, false)
$$;

-- A percentile's numerator is the percentile itself, its denominator the number of cases.
ALTER TABLE kpi_measure DROP CONSTRAINT kpi_measure_kind_check;
ALTER TABLE kpi_measure ADD CONSTRAINT kpi_measure_kind_check CHECK (kind IN ('count', 'share', 'rate', 'percentile'));

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
       s.restricted OR coalesce(m.restricted, false) AS restricted,
       begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from) AS partial
FROM kpi_value_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_measure m USING (kpi)
LEFT JOIN kpi_snapshot p ON p.generation = r.generation AND p.force = s.force AND p.as_at = r.as_at;

CREATE OR REPLACE VIEW kpi_value WITH (security_barrier) AS
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, numerator, denominator, value, small,
       definition_hash, partial
FROM kpi_value_every
WHERE NOT restricted;

CREATE OR REPLACE VIEW kpi_value_conduct WITH (security_barrier) AS
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, numerator, denominator, value, small,
       definition_hash, partial
FROM kpi_value_every
WHERE restricted;
