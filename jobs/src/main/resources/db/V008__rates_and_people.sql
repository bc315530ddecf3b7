-- A rate for a population: its denominator is reference data as on the day of the snapshot, and no sum of days.
ALTER TABLE kpi_measure DROP CONSTRAINT kpi_measure_kind_check;
ALTER TABLE kpi_measure ADD CONSTRAINT kpi_measure_kind_check
    CHECK (kind IN ('count', 'share', 'rate', 'population_rate', 'percentile'));

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
