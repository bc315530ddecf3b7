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
