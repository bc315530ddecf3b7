-- From here on figures have the names under which they are published.

-- What any history has met, as it is counted above.
CREATE TABLE met AS
SELECT DISTINCT kpi, basis, "window" FROM expected_value WHERE numerator > 0
UNION
SELECT DISTINCT kpi, basis, "window" FROM expected_estimate WHERE value > 0 AND value < 1;

CREATE TABLE standardised_met AS SELECT DISTINCT kpi FROM expected_estimate WHERE value <> 0;

UPDATE expected_value SET kpi = v.measure, slice = with_cut(slice, v.cut) FROM value_of_dimension v WHERE v.kpi = expected_value.kpi;
UPDATE expected_day SET kpi = v.measure, slice = with_cut(slice, v.cut) FROM value_of_dimension v WHERE v.kpi = expected_day.kpi;
UPDATE expected_event_day SET kpi = v.measure, slice = with_cut(slice, v.cut) FROM value_of_dimension v WHERE v.kpi = expected_event_day.kpi;
UPDATE expected_estimate SET kpi = v.measure, slice = with_cut(slice, v.cut) FROM value_of_dimension v WHERE v.kpi = expected_estimate.kpi;
