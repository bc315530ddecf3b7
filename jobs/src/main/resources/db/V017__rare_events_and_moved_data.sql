-- Rare figures beside their limits by the days between events. Value and limits of such a row are days, its numerator is the number of the
-- block as ever; the time shown is the least likely that ends in the block and completes a rule, else the last. side 1 is a longer time.
ALTER TABLE kpi_limit_row DROP CONSTRAINT kpi_limit_row_chart_check;
ALTER TABLE kpi_limit_row ADD CONSTRAINT kpi_limit_row_chart_check CHECK (chart IN ('xmr', 'rate', 'p', 'laney', 't'));
ALTER TABLE kpi_limit_row ADD CONSTRAINT kpi_limit_row_times_check
    CHECK (chart <> 't' OR (assurance IS NULL AND numerator > 0 AND coalesce(rule, 'shift') IN ('outside', 'shift')));

-- A daily alarm that stands turns where a block that ended since tells that the data changed in its days: from then on its state is
-- data_quality.
ALTER TABLE kpi_signal_row DROP CONSTRAINT kpi_signal_row_change_check;
ALTER TABLE kpi_signal_row ADD CONSTRAINT kpi_signal_row_change_check
    CHECK (change IN ('raised', 'confirmed', 'turned', 'acknowledged', 'ended', 'withdrawn'));
