-- year: counts, and counts for a population, beside the same block a year before; limits move with it. Twelve blocks that have one a year
-- before end its trial.
ALTER TABLE kpi_limit_row DROP CONSTRAINT kpi_limit_row_chart_check;
ALTER TABLE kpi_limit_row ADD CONSTRAINT kpi_limit_row_chart_check
    CHECK (chart IN ('xmr', 'year', 'rate', 'p', 'laney', 't', 't_rest', 'change'));
ALTER TABLE kpi_limit_row DROP CONSTRAINT kpi_limit_row_check1;
ALTER TABLE kpi_limit_row ADD CONSTRAINT kpi_limit_row_trial_check CHECK (trial OR blocks >= 12);
